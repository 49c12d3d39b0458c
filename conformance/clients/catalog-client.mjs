#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Drives one backend, or two and compares them, through every method of @backstage/catalog-client.
import { createRequire } from 'node:module';
import path from 'node:path';

const [first, second] = process.argv.slice(2);
if (!first) {
  console.error('usage: catalog-client.mjs URL [URL]');
  process.exit(2);
}
const places = [import.meta.url, ...(process.env.NODE_PATH ?? '').split(':').filter(Boolean).map(p => path.resolve(p, 'x.js'))];
const require = createRequire(places.find(place => canLoad(place)) ?? import.meta.url);
const { CatalogClient, CATALOG_FILTER_EXISTS } = require('@backstage/catalog-client');
const token = process.env.TOKEN ?? 'reference-token-0123456789';
const target = process.env.LOCATION ?? 'https://example.com/conformance/catalog-info.yaml';

function canLoad(place) {
  try {
    createRequire(place).resolve('@backstage/catalog-client');
    return true;
  } catch {
    return false;
  }
}

const order = { field: 'metadata.name', order: 'asc' };
const components = { kind: 'component' };
const query = { $all: [{ kind: 'Component' }, { 'metadata.name': { $exists: true } }] };

async function collect(pages) {
  const all = [];
  for await (const page of pages) all.push(page);
  return all;
}

async function pages(client, request, options) {
  const first = await client.queryEntities({ ...request, limit: 2 }, options);
  const next = first.pageInfo.nextCursor && (await client.queryEntities({ cursor: first.pageInfo.nextCursor, limit: 2 }, options));
  const back = next?.pageInfo.prevCursor && (await client.queryEntities({ cursor: next.pageInfo.prevCursor, limit: 2 }, options));
  return [first, next, back];
}

const steps = [
  ['getEntities', (c, o) => c.getEntities({ order }, o)],
  ['getEntities filter', (c, o) => c.getEntities({ filter: [{ kind: ['component', 'api'], 'spec.owner': CATALOG_FILTER_EXISTS }, { kind: 'user' }], order }, o)],
  ['getEntities fields', (c, o) => c.getEntities({ filter: components, fields: ['kind', 'metadata.name'], order: [order] }, o)],
  ['getEntities page', (c, o) => c.getEntities({ filter: components, order, offset: 1, limit: 1 }, o)],
  ['getEntities after', (c, o) => c.getEntities({ order, after: btoa('{"limit":1,"offset":2}') }, o)],
  ['getEntities refused', (c, o) => c.getEntities({ limit: 0 }, o)],
  ['getEntitiesByRefs', (c, o, s) => c.getEntitiesByRefs({ entityRefs: [s.ref, 'component:default/not-there'] }, o)],
  ['getEntitiesByRefs filter', (c, o, s) => c.getEntitiesByRefs({ entityRefs: [s.ref], filter: { kind: 'api' }, fields: ['kind'] }, o)],
  ['getEntitiesByRefs query', (c, o, s) => c.getEntitiesByRefs({ entityRefs: [s.ref], query, filter: components }, o)],
  ['queryEntities', (c, o) => c.queryEntities({ filter: components, orderFields: order }, o)],
  ['queryEntities pages', (c, o) => pages(c, { filter: components, orderFields: order }, o)],
  ['queryEntities text', (c, o) => c.queryEntities({ fullTextFilter: { term: 'e', fields: ['metadata.name'] }, orderFields: order, totalItems: 'exclude' }, o)],
  ['queryEntities predicate', (c, o) => c.queryEntities({ query, orderFields: [order], fields: ['metadata.name'] }, o)],
  ['queryEntities predicate pages', (c, o) => pages(c, { query, filter: components, orderFields: order }, o)],
  ['queryEntities bad cursor', (c, o) => c.queryEntities({ cursor: 'nonsense' }, o)],
  ['streamEntities', (c, o) => collect(c.streamEntities({ filter: components, orderFields: order, pageSize: 2 }, o))],
  ['streamEntities predicate', (c, o) => collect(c.streamEntities({ query, orderFields: order, pageSize: 2 }, o))],
  ['getEntityAncestors', (c, o, s) => c.getEntityAncestors({ entityRef: s.ref }, o)],
  ['getEntityAncestors missing', (c, o) => c.getEntityAncestors({ entityRef: 'component:default/not-there' }, o)],
  ['getEntityByRef', (c, o, s) => c.getEntityByRef(s.ref, o)],
  ['getEntityByRef missing', (c, o) => c.getEntityByRef('component:default/not-there', o)],
  ['getEntityByName', (c, o, s) => c.getEntityByName({ kind: 'component', namespace: s.namespace, name: s.name }, o)],
  ['refreshEntity', (c, o, s) => c.refreshEntity(s.ref, o)],
  ['refreshEntity missing', (c, o) => c.refreshEntity('component:default/not-there', o)],
  ['getEntityFacets', (c, o) => c.getEntityFacets({ facets: ['kind', 'metadata.tags'], filter: components }, o)],
  ['getEntityFacets predicate', (c, o) => c.getEntityFacets({ facets: ['spec.type'], query, filter: components }, o)],
  ['addLocation dry run', (c, o) => c.addLocation({ target: 'file:no-url', type: 'url', dryRun: true }, o)],
  ['addLocation', async (c, o, s) => (s.id = (await c.addLocation({ target }, o)).location.id)],
  ['addLocation again', (c, o) => c.addLocation({ target }, o)],
  ['addLocation refresh', (c, o) => c.addLocation({ target, onConflict: 'refresh' }, o)],
  ['addLocation refused', (c, o) => c.addLocation({ type: 'file', target: '/etc/passwd' }, o)],
  ['getLocations', (c, o) => c.getLocations({}, o)],
  ['queryLocations', (c, o) => c.queryLocations({ limit: 1, query: { type: 'url', target: { $hasPrefix: 'https://example.com/' } } }, o)],
  ['streamLocations', (c, o) => collect(c.streamLocations({ query: { type: 'url' } }, o))],
  ['getLocationById', (c, o, s) => c.getLocationById(s.id, o)],
  ['getLocationById missing', (c, o) => c.getLocationById('00000000-0000-0000-0000-000000000000', o)],
  ['getLocationByRef', (c, o) => c.getLocationByRef(`url:${target}`, o)],
  ['getLocationByEntity missing', (c, o, s) => c.getLocationByEntity(s.ref, o)],
  ['updateLocation', (c, o, s) => c.updateLocation(s.id, { target: `${target}?changed` }, o)],
  ['removeLocationById', (c, o, s) => c.removeLocationById(s.id, o)],
  ['removeLocationById missing', (c, o, s) => c.removeLocationById(s.id, o)],
  ['removeEntityByUid missing', (c, o) => c.removeEntityByUid('00000000-0000-0000-0000-000000000000', o)],
  ['validateEntity', (c, o, s) => c.validateEntity(s.bare, 'url:https://example.com/a.yaml', o)],
  ['validateEntity invalid', (c, o, s) => c.validateEntity({ ...s.bare, spec: {} }, 'url:https://example.com/a.yaml', o)],
  ['validateEntity refused', (c, o, s) => c.validateEntity(s.bare, 'file:/etc/passwd', o)],
  ['analyzeLocation', (c, o) => c.analyzeLocation({ location: { type: 'url', target: 'https://github.com/acme/rocket' } }, o)],
  ['analyzeLocation refused', (c, o) => c.analyzeLocation({ location: { type: 'url', target: 'nonsense' } }, o)],
  ['wrong token', c => c.getEntities({}, { token: 'wrong' })],
];
const mayFail = /missing|refused|again|bad|wrong|dry run/;

function neutral(value, url) {
  return JSON.stringify(value ?? null, (key, v) => (/^(uid|etag|stack|url|nextCursor|prevCursor)$/.test(key) ? `<${key}>` : v))
    .replaceAll(url, '<base>')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>');
}

// where two texts part
function around(text, one, other = '') {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  return text.slice(Math.max(0, at - 120), at + 300);
}

async function run(url) {
  const client = new CatalogClient({ discoveryApi: { getBaseUrl: async id => `${url}/api/${id}` } });
  const options = { token };
  const state = {};
  const answers = new Map();
  const { items } = await client.getEntities({ filter: components, order }, options);
  if (!items.length) throw new Error(`${url} has no components; wait until it has taken in its files`);
  const { metadata, ...rest } = items[0];
  state.name = metadata.name;
  state.ref = `component:${metadata.namespace}/${metadata.name}`;
  state.namespace = metadata.namespace;
  state.bare = { apiVersion: rest.apiVersion, kind: rest.kind, metadata: { namespace: metadata.namespace, name: metadata.name }, spec: rest.spec };
  for (const [name, step] of steps) {
    try {
      answers.set(name, { failed: false, text: neutral(await step(client, options, state), url) });
    } catch (e) {
      answers.set(name, { failed: true, text: neutral({ name: e.name, message: e.message, body: e.body?.error, statusCode: e.statusCode }, url) });
    }
  }
  return answers;
}

const answers = await run(first);
const others = second ? await run(second) : undefined;
let bad = 0;
for (const [name, answer] of answers) {
  const other = others?.get(name);
  const isBad = other ? other.text !== answer.text : answer.failed !== mayFail.test(name) && answer.failed;
  bad += isBad ? 1 : 0;
  console.log(`${isBad ? 'BAD ' : 'ok  '} ${name}`);
  if (isBad) console.log([answer, other].filter(Boolean).map(each => `     ${around(each.text, answer.text, other?.text)}`).join('\n'));
}
console.log(`${answers.size - bad} of ${answers.size} ${second ? 'alike' : 'fine'}`);
process.exit(bad ? 1 : 0);
