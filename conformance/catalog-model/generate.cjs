// SPDX-License-Identifier: Apache-2.0
// Asks the reference's catalog-model about entities, references and texts of our own making, and writes what it answers.
// Usage: node generate.cjs <reference app directory> <test resources of packages/catalog-model> <those of plugins/catalog-common>
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const [app, output, commonOutput] = process.argv.slice(2);
const load = name => require(path.join(app, 'node_modules', ...name.split('/')));
const model = load('@backstage/catalog-model');
const { BuiltinKindsEntityProcessor } = load('@backstage/plugin-catalog-backend/dist/processors/BuiltinKindsEntityProcessor.cjs.js');

const v1 = 'backstage.io/v1alpha1';
const entity = (kind, spec, extra = {}) => ({ apiVersion: v1, kind, metadata: { name: 'sample' }, spec, ...extra });
const bases = {
  Component: entity('Component', { type: 'service', lifecycle: 'live', owner: 'crew', system: 'shop', subcomponentOf: 'whole', providesApis: ['out'], consumesApis: ['in'], dependsOn: ['resource:db'] }),
  API: entity('API', { type: 'openapi', lifecycle: 'live', owner: 'crew', system: 'shop', definition: 'text' }),
  Resource: entity('Resource', { type: 'database', owner: 'crew', system: 'shop', dependsOn: ['component:a'], dependencyOf: ['component:b'] }),
  System: entity('System', { owner: 'crew', domain: 'trade', type: 'suite' }),
  Domain: entity('Domain', { owner: 'crew', subdomainOf: 'world', type: 'area' }),
  Group: entity('Group', { type: 'team', profile: { displayName: 'Crew', email: 'crew@example.org', picture: 'p' }, parent: 'all', children: ['few'], members: ['ann'] }),
  User: entity('User', { profile: { displayName: 'Ann', email: 'ann@example.org', picture: 'p' }, memberOf: ['crew'] }),
  Location: entity('Location', { type: 'url', target: 'a', targets: ['b'], presence: 'optional' }),
};
const rich = entity('Component', { type: 'service', lifecycle: 'live', owner: 'crew' }, {});
rich.metadata = {
  name: 'sample', namespace: 'default', uid: 'u', etag: 'e', title: 'T', description: '', labels: { 'a/b': 'c', d: '' },
  annotations: { 'example.org/x': 'any thing', y: '' }, tags: ['java', 'c++'], links: [{ url: 'https://example.org', title: 't', icon: 'i', type: 'k' }],
};
bases.Rich = rich;
const ABSENT = Symbol('absent');
const values = [ABSENT, null, 5, 1.5, true, '', 'text', [], [''], ['a', 'b'], [5], ['a', null], [['a']], {}, { a: 1 }];

function mutate(base, pointer, value) {
  const copy = structuredClone(base);
  if (pointer.length === 0) return value;
  let at = copy;
  for (const key of pointer.slice(0, -1)) at = at[key];
  const last = pointer.at(-1);
  if (value === ABSENT) delete at[last]; else at[last] = value;
  return copy;
}
async function answer(run) {
  try {
    return await run();
  } catch (error) {
    return String(error);
  }
}
const validators = {
  Component: model.componentEntityV1alpha1Validator, API: model.apiEntityV1alpha1Validator, Resource: model.resourceEntityV1alpha1Validator,
  System: model.systemEntityV1alpha1Validator, Domain: model.domainEntityV1alpha1Validator, Group: model.groupEntityV1alpha1Validator,
  User: model.userEntityV1alpha1Validator, Location: model.locationEntityV1alpha1Validator,
};
const passes = async run => ((await run()) ? 'valid' : 'not mine');
const checks = { ...Object.fromEntries(Object.entries(validators).map(([kind, v]) => [kind, data => passes(() => v.check(data))])) };
const envelope = model.entityEnvelopeSchemaValidator();
const whole = model.entitySchemaValidator();
checks.envelope = data => passes(() => envelope(data));
checks.entity = data => passes(() => whole(data));
const policies = {
  schemaValid: new model.SchemaValidEntityPolicy(), noForeignRootFields: new model.NoForeignRootFieldsEntityPolicy(),
  fieldFormat: new model.FieldFormatEntityPolicy(), defaultNamespace: new model.DefaultNamespaceEntityPolicy(),
};
for (const [name, policy] of Object.entries(policies)) {
  checks[name] = async data => JSON.stringify(await policy.enforce(structuredClone(data)));
}
const longName = 'n'.repeat(64);
const specCases = Object.entries(validators).flatMap(([kind]) => {
  const spec = Object.keys(bases[kind].spec).flatMap(field => values.map(value => [kind, kind, ['spec', field], value]));
  const profile = bases[kind].spec.profile
    ? Object.keys(bases[kind].spec.profile).flatMap(field => [ABSENT, null, 5, '', 'x', []].map(value => [kind, kind, ['spec', 'profile', field], value]))
    : [];
  const roots = ['apiVersion', 'kind', 'metadata', 'spec'].flatMap(field => [ABSENT, null, 5, '', 'Other', [], {}].map(value => [kind, kind, [field], value]));
  const other = [['spec', 'unknown'], ['unknown']].map(pointer => [kind, kind, pointer, 1]);
  const both = [[kind, kind, [], { ...bases[kind], kind: 'Other', spec: {} }], [kind, kind, [], { apiVersion: 'x/v1', kind: 5 }], [kind, kind, [], { ...bases[kind], apiVersion: 'backstage.io/v1beta1' }],
    [kind, kind, [], { ...bases[kind], spec: {} }], [kind, kind, [], { ...bases[kind], kind: 'Other', apiVersion: '' }], [kind, kind, [], { ...bases[kind], kind: 'Other', more: 1 }]];
  return [...spec, ...profile, ...roots, ...other, ...both];
});
const rootPointers = [['apiVersion'], ['kind'], ['metadata'], ['spec'], ['relations'], ['status'], ['foreign']];
const metadataPointers = ['name', 'namespace', 'uid', 'etag', 'title', 'description', 'labels', 'annotations', 'tags', 'links'].map(field => ['metadata', field]);
const relation = { type: 'ownedBy', targetRef: 'group:default/crew' };
const special = [
  [['metadata', 'labels'], { a: null }], [['metadata', 'labels'], { 'x\ny': null, b: 1 }], [['metadata', 'labels'], { 'x\ny': null }], [['metadata', 'labels'], { '': 5 }],
  [['metadata', 'labels'], { '~/"\\é': 3 }], [['metadata', 'labels'], { '\u2028': 3, '\u0085': 4 }],
  [['metadata', 'annotations'], { a: {} }], [['metadata', 'links'], [{}]], [['metadata', 'links'], [{ url: 'a' }, { url: '', title: '' }]],
  [['metadata', 'links'], [{ url: 5 }]], [['metadata', 'links'], [{ url: 'a', icon: '' }]], [['metadata', 'links'], [{ url: 'a', type: 1 }]], [['metadata', 'links'], [null]],
  [['relations'], [relation]], [['relations'], [{ ...relation, type: 'a b' }]], [['relations'], [{ ...relation, type: '' }]], [['relations'], [{ ...relation, type: 'ä' }]],
  [['relations'], [{ ...relation, type: 'x\n' }]], [['relations'], [{ ...relation, target: { kind: 'a', namespace: 'b', name: 'c' } }]], [['relations'], [{ ...relation, target: { kind: '', namespace: 5 } }]],
  [['relations'], [{ ...relation, target: { kind: 'a', namespace: 'b', name: 'c', d: 1 } }]], [['relations'], [{ ...relation, targetRef: '' }]], [['relations'], [{ ...relation, x: 1 }]], [['relations'], [{ type: 'a' }]],
  [['status'], { items: [] }], [['status'], { items: 5 }], [['status'], { items: [{}] }], [['status'], { items: [{ type: 'a', level: 'error', message: '' }] }],
  [['status'], { items: [{ type: 'a', level: 'bad', message: '' }] }], [['status'], { items: [{ type: 'a', level: 5, message: '' }] }], [['status'], { items: [{ type: '', level: 'info', message: 5 }] }],
  [['status'], { items: [{ type: 'a', level: 'info', message: '', error: {} }] }], [['status'], { items: [{ type: 'a', level: 'info', message: '', error: { name: '', message: 1 } }] }],
  [['status'], { items: [{ type: 'a', level: 'info', message: '', error: { name: 'N', message: 'm', code: 4 } }] }], [['status'], { items: [{ type: 'a', level: 'info', message: '', error: { name: 'N', message: 'm', stack: 4 } }] }],
];
const structural = ['envelope', 'entity', 'schemaValid', 'noForeignRootFields', 'Component'];
const structuralCases = structural.flatMap(check => [
  ...[...rootPointers, ...metadataPointers].flatMap(pointer => values.map(value => [check, 'Rich', pointer, value])),
  ...special.map(([pointer, value]) => [check, 'Rich', pointer, value]),
  ...[null, 5, 'x', true, [], {}].filter(() => check !== 'noForeignRootFields').map(value => [check, 'Rich', [], value]),
]);
const texts = ['', ' ', 'a', 'A', '0', '-', 'a-b', 'a--b', '-a', 'a-', 'a_b', 'a.b', 'a..b', '.a', 'a.', 'a/b', 'a/b/c', '/a', 'a/', 'A/b', 'ex.org/a', 'ex.Org/a', 'ex..org/a', 'a b', 'ä', 'a\n', '\na', 'a\u0000b', 'a+b', 'c#', 'a:b', ':', '+-#', 'v1', 'backstage.io/v1alpha1',
  'n'.repeat(63), longName, `${'p'.repeat(63)}/a`, `${longName}/a`, `${'abc.'.repeat(63)}a/b`, `${'abc.'.repeat(63)}ab/b`, 'İ', 'ß', '𝒳', '\ud800'];
const formatCases = [
  ...texts.filter(text => text !== '\ud800').flatMap(text => [
    ['fieldFormat', 'Rich', ['apiVersion'], text], ['fieldFormat', 'Rich', ['kind'], text], ['fieldFormat', 'Rich', ['metadata', 'name'], text], ['fieldFormat', 'Rich', ['metadata', 'namespace'], text],
    ['fieldFormat', 'Rich', ['metadata', 'labels'], { [text]: 'v' }], ['fieldFormat', 'Rich', ['metadata', 'labels'], { k: text }], ['fieldFormat', 'Rich', ['metadata', 'annotations'], { [text]: 'v' }],
    ['fieldFormat', 'Rich', ['metadata', 'annotations'], { k: text }], ['fieldFormat', 'Rich', ['metadata', 'tags'], ['ok', text]], ['fieldFormat', 'Rich', ['metadata', 'links'], [{ url: 'a:b' }, { url: 'a:b', title: text, icon: 'i' }]],
    ['fieldFormat', 'Rich', ['metadata', 'links'], [{ url: 'a:b', icon: text }]],
  ]),
  ...[ABSENT, null, 5, 1e21, 0.1, true, ['a', null, 'b'], { a: 1 }].flatMap(value => [['apiVersion'], ['kind'], ['metadata', 'name'], ['metadata', 'namespace']].map(pointer => ['fieldFormat', 'Rich', pointer, value])),
  ...[null, 5, true, ['a'], { a: 1 }].flatMap(value => [
    ['fieldFormat', 'Rich', ['metadata', 'labels'], { k: value }], ['fieldFormat', 'Rich', ['metadata', 'annotations'], { k: value }], ['fieldFormat', 'Rich', ['metadata', 'tags'], [value]],
    ['fieldFormat', 'Rich', ['metadata', 'links'], [{ url: value }]], ['fieldFormat', 'Rich', ['metadata', 'links'], [{ url: 'a:b', title: value }]], ['fieldFormat', 'Rich', ['metadata', 'links'], [value]],
  ]),
  ...[['labels'], ['annotations'], ['tags'], ['links']].flatMap(([field]) => [ABSENT, null].map(value => ['fieldFormat', 'Rich', ['metadata', field], value])),
  ...['sample', '', null].map(value => ['defaultNamespace', 'Rich', ['metadata', 'namespace'], value]), ['defaultNamespace', 'Rich', ['metadata', 'namespace'], ABSENT], ['defaultNamespace', 'Component', ['x'], ABSENT],
];

const urls = ['', ' ', 'a', 'a:', 'a:b', '1a:b', 'a+b-c.1:x', 'ä:b', 'https:', 'https://', 'https:///', 'https://a', 'https:a', 'https:/a', 'https:\\\\a', 'https:///a', ' https://a ', '\u0000https://a', 'ht\ntps://a', 'https://a b', 'https://a\tb', 'https://a<b', 'https://a%20b', 'https://a%41', 'https://a%zz', 'https://%', 'https://a:80', 'https://a:', 'https://a:65535', 'https://a:65536', 'https://a:99999999999999999999', 'https://a:x', 'https://a:80x', 'https://:80', 'https://u@a', 'https://u:p@a', 'https://u@', 'https://@a', 'https://@', 'https://u@/x', 'https://a@b@c', 'https://[::1]', 'https://[::1]:8', 'https://[::1', 'https://[]', 'https://[1:2:3:4:5:6:7:8]', 'https://[1:2:3:4:5:6:7:8:9]', 'https://[1::2::3]', 'https://[::1.2.3.4]', 'https://[::1.2.3]', 'https://[::1.2.3.456]', 'https://[::01.2.3.4]', 'https://[12345::]', 'https://[g::]', 'https://[::1]x', 'https://[1:2:3:4:5:6:7::]', 'https://[1:2:3:4:5:6:7:]', 'https://[:1]', 'https://[1:2:3:4:5:6:1.2.3.4]', 'https://[::1%25eth0]', 'https://1.2.3.4', 'https://1.2.3', 'https://1.2.3.256', 'https://256', 'https://4294967295', 'https://4294967296', 'https://0x7f.1', 'https://0xg', 'https://1.2.3.4.5', 'https://1.2.3.4.', 'https://a.1', 'https://a.0x', 'https://a.09', 'https://09', 'https://1.2.3.08', 'https://1..2', 'https://a..b', 'https://.', 'https://..', 'https://a.', 'https://-a-', 'https://a_b', 'https://ä.de', 'https://ß.de', 'https://xn--a', 'https://xn--zca.de', 'https://xn--', 'https://XN--MNCHEN-3YA.de', 'https://a.xn--strae-oqa.de', 'https://xn--mnchen-3y', 'https://xn--99999999', 'https://xn--ls8h.la', 'https://xn--a-', 'https://xn--abc-', 'https://xn--fiqs8s', 'https://xn--ä', 'https://xn--wgv71a119e.jp', 'https://xn---', 'https://xn--_', 'https://straße.de', 'https://例え.jp', 'https://a\u00ad', 'https://\u00ad', 'https://a\u3002b', 'https://１.２.３.４', 'https://a|b', 'https://a^b', 'https://a{b', 'https://a`b', 'https://a"b', "https://a'b", 'https://a\u007fb', 'https://a\u0001b', 'https://a#b', 'https://a?b', 'https://?b', 'https://#b', 'http://a/%', 'http://a/\ud800', 'http://\ud800', 'ftp://', 'ws://a', 'wss:', 'file:', 'file://', 'file:///a', 'file://a', 'file://a b', 'file://a:80', 'file://C:/x', 'file://C|/x', 'file:C:', 'file:\\\\a', 'file://[::1]', 'file://u@a', 'file://1.2.3.256', 'foo://', 'foo://a b', 'foo://a', 'foo://a%zz', 'foo://a<', 'foo://a|', 'foo://a:80', 'foo://a:x', 'foo://:80', 'foo://u@', 'foo://u@a', 'foo://u@:8', 'foo://[::1]', 'foo://[x]', 'foo://ä', 'foo:///a', 'foo:/a', 'foo:// a', 'foo://a\\b', 'foo://a\u0001', 'foo://a{', 'mailto:x', 'javascript:alert(1)', 'data:,x', 'HTTPS://A', '//a', '/a', '?a', '#a', ':a', 'https://a/:', 'https://a:80:80', 'https://a,b', 'https://a;b', 'https://a!$&()*+=~', 'https://example.org:8080/a/b?c=d#e', 'https://\ufeffa', '\ufeffhttps://a', '\u00a0https://a', 'https://a\u200b', 'https://٣', 'https://😀.x', 'https://a%C3%A4', 'https://a%ff', 'https://%e3%80%82', 'https://a%2eb', 'https://a%00', 'https://a%3ab', 'https://0', 'https://0x', 'https://0x.0x.0', 'https://00000000000000000000000000000001', 'https://0x100000000', 'https://037777777777', 'https://040000000000', 'https://1.16777215', 'https://1.16777216', 'https://1.2.65535', 'https://1.2.65536', 'https://1.256.3'];

const contexts = [undefined, { defaultKind: 'Group' }, { defaultNamespace: 'inner' }, { defaultKind: 'API', defaultNamespace: 'inner' }, { defaultKind: '', defaultNamespace: '' }];
const references = ['', 'a', ':', '/', 'a:', 'a/', ':a', '/a', 'k:n', 'ns/n', 'k:ns/n', 'k:/n', ':ns/n', 'k:ns/', 'a/b:c', 'a:b:c', 'a:b/c/d', 'k:ns/n:x', 'a/b/c', ' ', 'K:Ns/N', 'a\u0000b', 'a"b\\', 'a\n\t\b\f\r\u001f\u007f', 'İ', 'k:İ/ß', 'ΑΣ', 'ΑΣ:ΑΣ/ΑΣ.', 'a/ſ', '\ud800', '😀', '\u2028'];
const nodes = [null, 0, 5, -0.5, true, false, [], ['a'], [[]], {}, { name: 'n' }, { kind: 'K', name: 'n' }, { kind: 'K', namespace: 'S', name: 'N' }, { kind: '', name: 'n' }, { kind: 'k', namespace: '', name: 'n' }, { kind: 'k', namespace: null, name: 'n' }, { kind: 'k', name: '' }, { kind: 'k' }, { kind: 'k', name: 'n', more: { '"': ['\u0001'] } }];
const locations = ['', ':', 'a', 'a:', ':a', ' a : b ', 'a: ', '\u00a0a:\ufeffb\u2003', '\u001ca:b', 'http://a', 'https:b', 'HTTP:a', 'url:https://a/b', 'url:javascript:x', 'url:JavaScript:x', 'url: \u0001 javascript:x', 'url:\u0001 javascript:x', 'url:j\ra\nv\tascript\n:x', 'url:j avascript:x', 'url:javaſcript:x', 'url:xjavascript:x', 'url:javascript', 'javascript:x', 'file:a:b', 'a\n:b'];
const locationPairs = [['', 'a'], ['a', ''], ['a', 'b'], ['http', 'b'], [' a', ' b'], ['url', 'javascript:1'], ['url', ' \tJAVASCRIPT:']];

const relationCases = [
  ...Object.keys(validators).map(kind => bases[kind]),
  ...Object.keys(validators).map(kind => ({ ...bases[kind], metadata: { name: 'Sample', namespace: 'Inner' } })),
  entity('Component', { owner: 'user:other/Ann', providesApis: ['z', 'API:x/y', 'a'], dependsOn: ['component:b', 'resource:ns/c'], dependencyOf: 'component:d' }),
  entity('Component', { owner: 'a', dependsOn: ['kindless'] }), entity('Component', { owner: 'a', dependencyOf: [5] }), entity('Component', { owner: 'a', dependencyOf: [null] }), entity('Component', { owner: 'a', dependencyOf: [''] }),
  entity('Component', { owner: 'a', dependencyOf: [['x'], { kind: 'K', name: 'n' }] }), entity('Component', { owner: 'a', dependencyOf: [{ kind: 'K', name: 'n' }, { kind: 'K', namespace: 'o', name: 'n' }] }), entity('Component', { owner: 'a', dependencyOf: { kind: 'K', name: 'n' } }),
  entity('Component', { owner: 'a', dependencyOf: false, system: null }), entity('Component', { owner: 'a', dependencyOf: 0, system: '' }), entity('Component', { owner: 'a:' }), entity('Component', { owner: true }), entity('Component', {}),
  entity('Component', undefined), entity('User', undefined), entity('Group', undefined), entity('Domain', null), entity('Location', undefined), entity('component', { owner: 'a' }), entity('Template', { owner: 'a' }),
  entity('Resource', { owner: 'a', dependencyOf: ['b'] }), { ...entity('System', { owner: 'a', domain: 'd' }), metadata: { name: 'n', namespace: '' } },
];
const sortCases = [
  entity('Component', { providesApis: ['b', 'a', 'B', 'ä', '😀', '\uffff', '10', '9'], consumesApis: ['b', 5], dependsOn: ['z', 'y'], dependencyOf: 'b' }), entity('Any', { memberOf: ['b', 'a'], children: ['d', 'c'], members: ['f', 'e'], tags: ['z', 'a'] }),
  entity('Any', undefined), entity('Any', { children: [], members: [null, 'a'] }),
];

const schemaOf = name => load(`@backstage/catalog-model/dist/schema/kinds/${name}.schema.json.cjs.js`).default;
const { templateEntityV1beta3Validator } = load('@backstage/plugin-scaffolder-common');
const short = { type: 'string', minLength: 2 };
const ownSchemas = {
  either: { anyOf: [short, { type: 'array', minItems: 2, items: short }] },
  exactlyOne: { oneOf: [{ type: 'object', required: ['a'] }, { type: 'object', required: ['b'] }, { type: 'string' }] },
  valueThenType: { type: 'string', minLength: 1, maxLength: 3, enum: ['ab', 'abcd'] },
  wordOrFlag: { type: ['string', 'boolean'], pattern: '^\\w+$' },
  nested: { type: 'object', properties: { 'a/b~c': { type: 'array', items: { anyOf: [short, { type: 'object', required: ['x', 'y'], additionalProperties: false, properties: { x: {}, y: {} } }] } } } },
};
const ownValues = [null, 5, true, '', 'a', 'ab', 'abc', 'abcd', '😀', '😀😀😀', '😀😀😀😀', 'ä', [], ['a'], ['ab'], ['ab', 'cd'], ['ab', 'c'], {}, { a: 1 }, { b: 1 }, { a: 1, b: 1 },
  { 'a/b~c': ['ab', 5, {}] }, { 'a/b~c': [{ x: 1 }] }, { 'a/b~c': [{ x: 1, y: 2 }] }, { 'a/b~c': [{ x: 1, y: 2, z: 3 }] }, { 'a/b~c': 5 }];
const template = { apiVersion: 'scaffolder.backstage.io/v1beta3', kind: 'Template', metadata: { name: 'sample' }, spec: { type: 'service', owner: 'crew', parameters: [{}], steps: [{ action: 'a' }], output: { links: [], text: [] } } };
const mcpServer = entity('API', { type: 'mcp-server', lifecycle: 'live', owner: 'crew', system: 's', remotes: [{ type: 'http', url: 'u' }] });
const skill = { ...entity('AiResource', { type: 'skill', lifecycle: 'live', owner: 'crew', disciplines: ['d'], compatibility: 'c' }) };
const optionalSchemas = {
  template: { schema: data => templateEntityV1beta3Validator.check(data), base: template, fields: ['type', 'owner', 'lifecycle', 'parameters', 'secrets', 'presentation', 'steps', 'output', 'formDecorators', 'EXPERIMENTAL_recovery'],
    extra: [['parameters', { 'backstage:permissions': { tags: [5] } }], ['parameters', [{ 'backstage:permissions': { tags: [5] } }]], ['parameters', [5]], ['steps', [{}]], ['steps', [{ action: 'a', if: 5 }]], ['steps', [{ action: 'a', if: true, id: 5 }]],
      ['output', { links: [{ if: 'x', url: '' }] }], ['output', { text: [{ if: [], content: 5 }] }], ['output', { other: 5 }], ['output', { other: 'x' }], ['presentation', { buttonLabels: { backButtonText: 1 } }]] },
  mcpServer: { schema: model.entityKindSchemaValidator(schemaOf('API.v1alpha1.mcp-server')), base: mcpServer, fields: Object.keys(mcpServer.spec), extra: [['type', 'openapi'], ['remotes', [{}]], ['remotes', [{ type: '', url: 5 }]]] },
  skill: { schema: model.entityKindSchemaValidator(schemaOf('AiResource.v1alpha1.skill')), base: skill, fields: Object.keys(skill.spec), extra: [['compatibility', 'x'.repeat(500)], ['compatibility', 'x'.repeat(501)], ['compatibility', '😀'.repeat(500)], ['type', 'rule']] },
};
async function schemaAnswers() {
  const own = [];
  for (const [name, schema] of Object.entries(ownSchemas)) {
    const validate = model.entityKindSchemaValidator(schema);
    for (const value of ownValues) own.push({ schema: name, value, result: await answer(async () => (validate(value) === false ? 'not mine' : 'valid')) });
  }
  const kinds = [];
  for (const [name, { schema, base, fields, extra }] of Object.entries(optionalSchemas)) {
    const changes = [...fields.flatMap(field => values.map(value => [field, value])), ...extra, ['x', 1]];
    for (const [field, value] of changes) {
      const data = mutate(base, ['spec', field], value);
      kinds.push({ schema: name, value: data, result: await answer(async () => ((await schema(data)) ? 'valid' : 'not mine')) });
    }
    for (const data of [{ ...base, kind: 'Other' }, { ...base, apiVersion: 'other/v1' }, { ...base, kind: 5 }]) kinds.push({ schema: name, value: data, result: await answer(async () => ((await schema(data)) ? 'valid' : 'not mine')) });
  }
  write('schemas.json', { cases: [...own, ...kinds] });
  const { catalogPermissions } = load('@backstage/plugin-catalog-common/dist/permissions.cjs.js');
  fs.writeFileSync(path.join(commonOutput, 'permissions.json'), `[\n${catalogPermissions.map(p => JSON.stringify(p)).join(',\n')}\n]\n`);
  return own.length + kinds.length;
}

async function main() {
  const cases = [];
  for (const [check, base, pointer, value] of [...specCases, ...structuralCases, ...formatCases]) {
    const data = mutate(bases[base], pointer, value);
    const result = await answer(() => checks[check](data));
    cases.push({ check, base, at: pointer, ...(value === ABSENT ? {} : { value }), result: result === JSON.stringify(data) ? 'valid' : result });
  }
  write('validation.json', { bases, cases });
  const common = model.CommonValidatorFunctions;
  write('texts.json', {
    urls: urls.map(text => [text, common.isValidUrl(text)]),
    kubernetes: Object.fromEntries(['isValidApiVersion', 'isValidKind', 'isValidObjectName', 'isValidNamespace', 'isValidLabelKey', 'isValidLabelValue', 'isValidAnnotationKey'].map(name => [name, texts.filter(text => model.KubernetesValidatorFunctions[name](text))])),
    common: Object.fromEntries(['isValidDnsSubdomain', 'isValidDnsLabel', 'isValidTag', 'isNonEmptyString'].map(name => [name, texts.filter(text => common[name](text))])),
    tag: texts.filter(text => model.makeValidator().isValidTag(text)),
    texts,
  });
  const parsed = [];
  for (const context of contexts) {
    for (const ref of [...references, ...nodes]) {
      parsed.push({ ref, context: context ?? {}, result: await answer(() => { const r = model.parseEntityRef(ref, context); return [r.kind, r.namespace, r.name, model.stringifyEntityRef(r)]; }) });
    }
  }
  const located = [];
  for (const ref of locations) located.push({ ref, result: await answer(() => { const r = model.parseLocationRef(ref); return [r.type, r.target]; }) });
  const joined = [];
  for (const [type, target] of locationPairs) joined.push({ type, target, result: await answer(() => model.stringifyLocationRef({ type, target })) });
  write('references.json', { parsed, located, joined });
  const processor = new BuiltinKindsEntityProcessor();
  const related = [];
  for (const data of relationCases) {
    const emitted = [];
    const failure = await answer(async () => { await processor.postProcessEntity(data, undefined, result => emitted.push([result.relation.source, result.relation.type, result.relation.target])); });
    related.push({ entity: data, emitted: emitted.map(([s, t, o]) => [`${s.kind}:${s.namespace}/${s.name}`, t, `${o.kind}:${o.namespace}/${o.name}`]), ...(failure ? { failure } : {}) });
  }
  const sorted = [];
  for (const data of sortCases) sorted.push({ entity: structuredClone(data), result: await processor.preProcessEntity(data) });
  write('relations.json', { related, sorted });
  console.log(await schemaAnswers(), 'schema cases', cases.length, 'validation cases', parsed.length, 'references', related.length, 'relations', urls.length, 'urls');
}
function write(name, value) {
  const lines = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${Array.isArray(part) ? `[\n${part.map(row => JSON.stringify(row)).join(',\n')}\n]` : JSON.stringify(part)}`);
  fs.writeFileSync(path.join(output, name), `{\n${lines.join(',\n')}\n}\n`);
}
main();
