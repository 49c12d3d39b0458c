// What every way of writing a request gets: methods, slashes, types and encodings of bodies, malformed JSON.
const c = '/api/catalog', root = `${c}/.well-known/backstage/permissions`, act = `${c}/.backstage/actions/v1/actions/catalog:get-catalog-entity/invoke`;
const gate = [{ name: 'everything is in', path: `${c}/entities/by-name/component/default/payment-gateway`, bodyCompared: 'none', repeatUntil: r => r.status === 200 }];
const paths = ['/refresh', '/entities', '/entities/by-query', '/entities/by-uid/x', '/entities/by-name/a/b/c', '/entities/by-name/a/b/c/ancestry', '/entities/by-refs', '/entity-facets', '/locations', '/locations/by-query', '/locations/x',
  '/locations/by-entity/a/b/c', '/analyze-location', '/validate-entity', '/openapi.json', '/.well-known/backstage/permissions/metadata', '/.well-known/backstage/permissions/apply-conditions', '/.backstage/scheduler/v1/tasks',
  '/.backstage/scheduler/v1/tasks/x/trigger', '/.backstage/actions/v1/actions', '/.backstage/actions/v1/actions/x/invoke', '/.backstage/auth/v1/cookie', '/.backstage/auth/v1/jwks.json', '/nothing'];
const methods = paths.map(path => ({ name: `OPTIONS ${path}`, method: 'OPTIONS', path: c + path, headersCompared: ['allow', 'content-type'] }));
const odd = ['//entities/by-uid/x', '///entities/by-uid/x', '/entities//by-uid/x', '/entities/by-uid/x/', '/entities/by-uid/x//', '/ENTITIES/BY-UID/X', '/entities/by-uid/x%', '/entities/by-query%', '/entities%', '/locations/by-entity/a/b%', '/locations/%zz', '/%65ntities/by-uid/x',
  '/entities%2Fby-uid/x', '/entities/by-uid/x?=1', '/entities/by-uid/x?&', '/entities/by-uid/x?a', '/entity-facets?facet=kind&=', '/entities/by-uid/x;v=1', '/locations/by-query'];
const heads = ['/entities?x=1', '/entity-facets?facet=kind&x=1', '/entities/by-uid/x?x=1', '/locations?x=1', '/entities?fields=kind&limit=1', '/nothing'];
const tags = ['/entities', '/entities?fields=kind', '/entities?filter=kind=none', '/entities?limit=1', '/entities?limit=1&filter=kind=none', '/entities/by-query', '/entities/by-name/component/default/payment-gateway'];
const types = ['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'application/json; charset=utf-32', 'application/json; charset=us-ascii', 'application/json; charset=', 'application/json; charset', 'application/json; foo=bar', 'application/json;', 'application/json ; x', 'APPLICATION/JSON',
  'application/vnd.api+json', 'text/json', 'text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream', '*/*', 'json', 'application/', 'application/json, text/plain', 'application/jsonx'];
const texts = ['', ' ', '{', '}', '[', '{}', '[]', '[{}]', 'null', 'true', '0', '"x"', "'x'", 'x', '{"a"', '{"a":', '{"a":}', '{"a":1', '{"a":1,', '{"a":1,}', '{"a":1}}', '{"a":1} x', '\ufeff{}', '{a:1}', "{'a':1}", '{"a":01}', '{"a":+1}', '{"a":.5}', '{"a":1.}', '{"a":NaN}', '{"a":"\n"}', '{"a":"\\x"}', '{"a":"\\u12"}', '{/* c */}', '[1,]', '[,1]', '[1 2]', '{"a" 1}', '{"a":tru}',
  '"', '{"', '{"a":"b', '{"a":[1', '\u00a0{}', '{}\u00a0', '-', '{"a":1e}', '{"é":é}', '{"😀":😀}', '{"long":"' + 'x'.repeat(30) + '",}' + 'y'.repeat(30), 'a=b'];
const post = (name, path, body, more = {}) => ({ name, method: 'POST', path, body, ...more });
const shown = text => JSON.stringify(text).slice(0, 40);
const targets = { refresh: `${c}/refresh`, facets: `${c}/entity-facets`, nothing: `${c}/nothing`, conditions: `${root}/apply-conditions`, action: act };
export default [
  ...gate, ...methods,
  ...odd.map(path => ({ name: `odd: ${path}`, path: c + path })),
  ...heads.map(path => ({ name: `HEAD ${path}`, method: 'HEAD', path: c + path, bodyCompared: 'none' })),
  ...tags.map(path => ({ name: `tag of ${path}`, path: c + path, headersCompared: ['content-type', 'etag', 'link'], bodyCompared: 'none' })),
  { name: 'a good token', path: `${c}/entities/by-uid/x` },
  { name: 'a good token in capitals', path: `${c}/entities/by-uid/x`, auth: 'REFERENCE-TOKEN-0123456789' },
  ...types.flatMap(type => [['by-refs', '/entities/by-refs', { entityRefs: ['x:y/z'] }], ['validate', '/validate-entity', { entity: {}, location: 'url:https://example.com/x' }], ['conditions', '/.well-known/backstage/permissions/apply-conditions', { items: [] }]]
    .map(([name, path, body]) => post(`${name}: ${type}`, c + path, body, { headers: { 'content-type': type } }))),
  ...Object.entries(targets).flatMap(([name, path]) => texts.map(text => post(`${name}: ${shown(text)}`, path, text))),
  ...['PUT', 'DELETE', 'PATCH'].flatMap(method => ['/entities', '/locations/x', '/nothing'].map(path => ({ name: `${method} ${path} malformed`, method, path: c + path, body: '{' }))),
  ...['POST', 'PUT', 'DELETE', 'OPTIONS'].flatMap(method => ['/.backstage/actions', '/.backstage/actions/v1/actions', '/.backstage/actions/v1/actions/a:b/invoke', '/.backstage/actionsx', '/.well-known/backstage/permissions', '/.WELL-KNOWN/backstage/permissions/metadata',
    '/.well-known/backstage/permissions/apply-conditions', '/.backstage/scheduler/v1/tasks/x/trigger'].map(path => ({ name: `${method} ${path} malformed`, method, path: c + path, body: '{' }))),
  ...['gzip', 'deflate', 'br', 'zip', 'identity', 'IDENTITY'].map(coding => post(`encoding ${coding}`, `${c}/entities/by-refs`, '{"entityRefs":[]}', { headers: { 'content-encoding': coding } })),
  ...[102_399, 102_400, 102_401].map(size => post(`body of ${size} bytes`, `${c}/entities/by-refs`, `{"entityRefs":["${'x'.repeat(size - 19)}"]}`, { bodyCompared: 'none' })),
];
