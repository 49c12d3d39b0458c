// SPDX-License-Identifier: Apache-2.0
// Asks the reference's validator of catalog models about the keywords of JSON Schema, and writes what it answers.
// Usage: node keywords.cjs <reference app directory> <test resources of packages/catalog-model>
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const [app, output] = process.argv.slice(2);
const { SchemaValidator } = require(path.join(app, 'node_modules/@backstage/plugin-catalog-backend/dist/processors/SchemaValidator.cjs.js'));
const text = { type: 'string' }, short = { type: 'string', maxLength: 2 }, whole = { type: 'integer' };
const list = more => ({ type: 'array', ...more }), object = more => ({ type: 'object', ...more });
const lists = [[], [1], [1, 1], [1, 2, 1, 2], ['a', 'a'], [1, '1'], [{ a: 1 }, { a: 1 }], [{ a: 1, b: 2 }, { b: 2, a: 1 }], [[1], [1]], [null, null], [true, 1], ['a', 1, 'b'], ['abc', 'a', 5], [1.0, 1], 'x', {}];
const objects = [{}, { a: 1 }, { a: 'x' }, { b: 1 }, { a: 1, b: 1 }, { a: 1, b: 'x', c: true }, { abc: 1 }, { a: 1, abc: 2, abcd: 3 }, 'x', []];
const numbers = [0, 1, 2, 3, 4, 6, -3, 1.5, 0.3, 0.1, 1e20, 'x'];
const texts = ['', 'a', 'ab', 'abc', 5, null];
const cases = [
  [list({ uniqueItems: true }), lists], [list({ uniqueItems: false }), lists], [{ uniqueItems: true }, lists], [list({ uniqueItems: true, items: text }), lists], [list({ uniqueItems: true, items: whole }), lists], [list({ uniqueItems: true, minItems: 3, maxItems: 3 }), lists],
  [list({ contains: text }), lists], [list({ contains: { const: 1 } }), lists], [list({ contains: short, items: text }), lists], [{ contains: true }, lists], [list({ contains: false }), lists], [list({ contains: {} }), lists],
  [list({ items: [text, whole], additionalItems: true }), lists], [list({ items: [text, whole], additionalItems: false, minItems: 2 }), lists], [list({ items: [whole], additionalItems: short }), lists], [list({ items: [], additionalItems: false }), lists], [list({ items: [true, false] }), lists], [list({ items: text, additionalItems: false }), lists],
  [object({ propertyNames: short }), objects], [object({ propertyNames: { pattern: '^a' } }), objects], [{ propertyNames: { enum: ['a', 'b'] } }, objects], [object({ propertyNames: false }), objects], [object({ propertyNames: true }), objects], [object({ propertyNames: short, properties: { a: text } }), objects],
  [object({ dependencies: { a: ['b'] } }), objects], [object({ dependencies: { a: ['b', 'c'] } }), objects], [object({ dependencies: { a: { required: ['b'] } } }), objects], [object({ dependencies: { a: ['b'], b: { properties: { b: whole } } } }), objects], [{ dependencies: { a: [] } }, objects], [object({ dependencies: { a: false } }), objects], [object({ dependencies: { a: { type: 'object', required: ['c'], properties: { c: { type: 'boolean' } } } }, required: ['a'] }), objects],
  [{ type: 'number', multipleOf: 2 }, numbers], [{ type: 'number', multipleOf: 0.1 }, numbers], [{ multipleOf: 1.5 }, numbers], [{ type: 'integer', multipleOf: 3, minimum: 1 }, numbers], [{ type: 'number', multipleOf: 3, maximum: 5 }, numbers],
  [{ if: { type: 'string' }, then: { maxLength: 1 }, else: { const: 5 } }, texts], [{ if: { const: 'a' }, then: false }, texts], [{ if: { type: 'string', minLength: 2 }, else: { const: 'a' } }, texts], [object({ if: { required: ['a'] }, then: { required: ['b'] }, else: { required: ['c'] } }), objects], [object({ properties: { a: { if: whole, then: { minimum: 2 }, else: short } } }), objects], [{ if: true, then: text }, texts], [{ if: false, else: short }, texts],
  [{ if: { allOf: [{ type: 'string' }, { minLength: 1 }] }, then: { not: { const: 'a' } }, allOf: [{ not: { const: 'ab' } }] }, texts], [{ then: text }, texts], [{ if: text }, texts],
  [object({ definitions: { t: text }, properties: { a: { $ref: '#/definitions/t' } } }), objects], [object({ $defs: { t: short }, properties: { a: { $ref: '#/$defs/t', minLength: 1 }, b: { $ref: '#/properties/a' } } }), objects], [object({ properties: { a: { $ref: '#/definitions/none' } } }), objects.slice(0, 3)],
  [object({ properties: { child: { $ref: '#' }, name: text }, required: ['name'] }), [{}, { name: 'a' }, { name: 'a', child: {} }, { name: 'a', child: { name: 'b', child: { name: 5 } } }, { name: 5, child: 5 }]],
  [object({ definitions: { node: object({ properties: { next: { $ref: '#/definitions/node' }, value: whole }, required: ['value'] }) }, properties: { head: { $ref: '#/definitions/node' } } }), [{}, { head: {} }, { head: { value: 1, next: { value: 'x' } } }, { head: { value: 1, next: { next: {} } } }, { head: 5 }]],
  [object({ definitions: { 'a/b~c d': text }, properties: { a: { $ref: '#/definitions/a~1b~0c%20d' } } }), objects.slice(0, 3)], [object({ definitions: { t: { anyOf: [text, { $ref: '#/definitions/u' }] }, u: { type: 'boolean' } }, properties: { a: { $ref: '#/definitions/t' } } }), objects],
  [{ allOf: [{ $ref: '#/definitions/t' }, { $ref: '#/definitions/u' }], definitions: { t: text, u: short } }, texts], [{ $ref: '#/definitions/t', definitions: { t: text } }, texts], [{ $ref: '#/definitions/t', type: 'string', enum: ['a'], definitions: { t: short } }, texts], [{ $ref: 'other.json' }, texts.slice(0, 2)], [{ $id: 'https://example.com/s', definitions: { t: { $id: '#t', type: 'string' } }, $ref: '#t' }, texts.slice(0, 2)],
  [{ type: 'string', format: 'uri' }, texts.slice(0, 2)], [object({ properties: { a: { type: 'string', format: 'date-time' } } }), objects.slice(0, 2)], [{ format: 'email' }, texts.slice(0, 2)], [{ unknown: 1 }, texts.slice(0, 2)], [{ additionalItems: false }, lists.slice(0, 2)], [{ minContains: 1 }, lists.slice(0, 1)],
  [{ type: ['string', 'null'], nullable: true }, texts], [{ type: 'string', nullable: true }, texts], [{ type: 'string', minLength: 1, nullable: true }, texts], [{ nullable: true }, texts.slice(0, 1)],
  [object({ properties: { a: list({ uniqueItems: true, contains: { const: 'x' }, items: [text], additionalItems: whole, minItems: 1 }) }, propertyNames: short, dependencies: { a: ['b'] }, additionalProperties: false, patternProperties: { '^b': whole } }), [{}, { a: [] }, { a: ['x', 1], b: 1 }, { a: ['y', 'y', 'y'], b: 'x', ccc: 1 }, { a: 5 }]],
];
const rows = [];
for (const [schema, values] of cases) {
  for (const value of values) {
    let result;
    try { result = new SchemaValidator().validate(structuredClone(schema), value); } catch (error) { result = String(error); }
    rows.push({ schema, value, result });
  }
}
fs.writeFileSync(path.join(output, 'keywords.json'), `{"cases":[\n${rows.map(row => JSON.stringify(row)).join(',\n')}\n]}\n`);
console.log(rows.length, 'answers');
