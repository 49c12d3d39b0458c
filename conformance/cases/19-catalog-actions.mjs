// What the catalog's own actions answer to good and bad input. Wants the comparison data of 20-catalog-read.mjs.
const invoke = (action, body, more = {}) => ({ name: `${action} ${JSON.stringify(body).slice(0, 120)}`, method: 'POST', path: `/api/catalog/.backstage/actions/v1/actions/catalog:${action}/invoke`, body, ...more });
const u = ['output.metadata.uid', 'output.metadata.etag'];
// nested errors have traces with the paths of a machine
const traced = { ignore: ['error.cause'] };
const values = [null, 1, -1, 1.5, '', ' ', 'x', '2', '0', true, [], {}, ['x'], [1]];
const each = (action, good, field, more) => values.map(value => invoke(action, { ...good, [field]: value }, more));
const entity = (change = x => x) => change('apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: x\nspec:\n  type: a\n  lifecycle: b\n  owner: c\n');
const at = name => `http://127.0.0.1:9/action-cases/${name}/catalog-info.yaml`;
const query = { query: { kind: 'user' }, fields: ['kind'], limit: 2, orderFields: { field: 'metadata.name', order: 'asc' } };
export default [
  { name: 'everything is in', path: '/api/catalog/entities/by-name/component/default/payment-gateway', bodyCompared: 'none', repeatUntil: r => r.json.relations?.length >= 9 },
  { name: 'list', path: '/api/catalog/.backstage/actions/v1/actions' },
  ...['payment-gateway', 'PAYMENT-gateway', 'none', 'ada', 'beta-component', 'company'].map(name => invoke('get-catalog-entity', { name }, { ignore: u })),
  ...['kind', 'namespace', 'name'].flatMap(field => [...each('get-catalog-entity', { name: 'payment-gateway' }, field, { ignore: u }), ...each('refresh-catalog-entity', { name: 'payment-gateway' }, field)]),
  invoke('get-catalog-entity', {}), invoke('refresh-catalog-entity', {}), invoke('validate-entity', {}), invoke('register-entity', {}), invoke('unregister-entity', {}, traced), invoke('query-catalog-entities', { limit: 0 }), invoke('get-catalog-entity', []),
  ...['entity', 'location'].flatMap(field => each('validate-entity', { entity: entity() }, field)),
  ...['', 'a', '[]', 'null', '---\n', entity(), `${entity()}---\n${entity()}`, entity(t => t.replace('name: x', 'name: x_')), entity(t => t.replace('Component', 'Gadget')), entity(t => t.replace('  owner: c\n', '')), '{"apiVersion":"x"}'].map(text => invoke('validate-entity', { entity: text })),
  ...['url:https://example.com/x', 'https://example.com/x', 'file:/x', 'nonsense'].map(location => invoke('validate-entity', { entity: entity(), location })),
  ...each('register-entity', {}, 'locationUrl'), ...each('unregister-entity', {}, 'type', traced),
  invoke('register-entity', { locationUrl: at('a') }), invoke('register-entity', { locationUrl: at('a') }), invoke('unregister-entity', { type: { locationUrl: at('a') } }), invoke('unregister-entity', { type: { locationUrl: at('a') } }), invoke('unregister-entity', { type: { locationId: 'none' } }),
  ...Object.keys(query).flatMap(field => each('query-catalog-entities', query, field, field === 'query' || field === 'orderFields' ? traced : {})), ...each('query-catalog-entities', query, 'offset'), ...each('query-catalog-entities', query, 'cursor'),
  ...[{ kind: { $in: ['user'] } }, { $all: [] }, { $not: { kind: 'user' } }, { 'metadata.tags': { $contains: 'java' } }, { kind: { $hasPrefix: 'u' } }].map(q => invoke('query-catalog-entities', { query: q, fields: ['metadata.name'], orderFields: [{ field: 'metadata.name', order: 'desc' }] })),
  ...[{}, { term: 1 }, { term: 'a', fields: [1] }, { term: 'pay', fields: ['metadata.name'] }].map(fullTextFilter => invoke('query-catalog-entities', { fullTextFilter, fields: ['metadata.name'], orderFields: { field: 'metadata.name', order: 'asc' } })),
  ...['', 0, false, null, [], 'x'].map(secrets => ({ name: `secrets ${JSON.stringify(secrets)}`, method: 'POST', path: '/api/catalog/.backstage/actions/v2/actions/catalog:get-catalog-entity/invoke', body: { input: { name: 'none' }, secrets } })),
];
