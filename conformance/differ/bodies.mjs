// Every endpoint that takes a body with odd types, encodings, sizes and texts.
import { all, end } from './lib.mjs';
import zlib from 'node:zlib';
const c = '/api/catalog', IG = ['etag', 'transfer-encoding', 'content-length'];
const steps = []; const post = (path, body, more = {}) => steps.push({ method: 'POST', path: c + path, body, ignoreHeaders: IG, ...more });
const endpoints = [['/refresh', { entityRef: 'component:default/payment-gateway' }], ['/entities/by-query', { limit: 1 }], ['/entities/by-refs', { entityRefs: ['user:default/ada'] }], ['/entity-facets', { facets: ['kind'] }], ['/locations?dryRun=true', { type: 'url', target: 'http://127.0.0.1:9/x.yaml' }], ['/locations/by-query', { limit: 1 }], ['/analyze-location', { location: { type: 'url', target: 'https://github.com/a/b' } }], ['/validate-entity', { entity: { apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'x' }, spec: { type: 'a', lifecycle: 'b', owner: 'c' } }, location: 'url:https://example.com/x' }], ['/.well-known/backstage/permissions/apply-conditions', { items: [] }], ['/.backstage/actions/v1/actions/catalog:get-catalog-entity/invoke', { name: 'none' }], ['/.backstage/actions/v2/actions/catalog:get-catalog-entity/invoke', { input: { name: 'none' } }], ['/nothing', { a: 1 }], ['/entities', {}]];
const types = ['application/json', 'application/json; charset=utf-8', 'application/json;charset=UTF-8', 'application/json; charset="utf-8"', 'application/json; charset=utf-16', 'application/json; charset=utf-16le', 'application/json; charset=utf-32', 'application/json; charset=us-ascii', 'application/json; charset=iso-8859-1', 'application/json; charset=', 'application/json; charset', 'application/json; foo=bar', 'application/json;', 'application/json ; x', 'APPLICATION/JSON', 'application/JSON; CHARSET=UTF-8', 'application/vnd.api+json', 'application/ld+json', 'text/json', 'text/plain', 'text/html', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/octet-stream', '*/*', 'application/*', 'json', 'nonsense', '/', 'application/', ' application/json', 'application/json, text/plain', 'application/json/x', 'application/jsonx'];
const texts = ['', ' ', '\n', '{', '}', '[', ']', '{}', '[]', '[{}]', 'null', 'true', 'false', '0', '1', '-1', '"x"', "'x'", 'x', '{"a"', '{"a":', '{"a":}', '{"a":1', '{"a":1,', '{"a":1,}', '{"a":1}}', '{"a":1} x', '{"a":1}\u0000', '\ufeff{}', '\ufeff', '{a:1}', "{'a':1}", '{"a":01}', '{"a":+1}', '{"a":.5}', '{"a":1.}', '{"a":NaN}', '{"a":Infinity}', '{"a":undefined}', '{"a":"\n"}', '{"a":"\t"}', '{"a":"\\x"}', '{"a":"\\u12"}', '{"a":"\\ud800"}', '{"a":"\ud800"}', '{"a":1e999}', '{"a":-0}', '{"a":1,"a":2}', '{"__proto__":{"x":1}}', '{"constructor":1}', '{/* c */}', '// c', '[1,]', '[,1]', '[1 2]', '{"a" 1}', '{"a":tru}', '{"a":nul}', '{"a":truex}', '"', '{"', '{"a":"', '{"a":"b', '{"a":"b"', '{"a":[', '{"a":[1', '{"a":{', '\t{}', '\u00a0{}', '{}\u00a0', '\u2028{}', '-', '--1', '{"a":-}', '{"a":1e}', '{"a":1e+}', '[[[[[[[[', '{"a":"' + 'x'.repeat(50), '{"long":"' + 'x'.repeat(30) + '",}' + 'y'.repeat(30), '{"é":é}', '{"😀":😀}', '{"a":1}{"b":2}', 'undefined', '<xml/>', 'a=b', '{"entityRef":"x"', '[' .repeat(2000), '{"a":'.repeat(2000)];
for (const [p, ok] of endpoints) {
  for (const t of types) { post(p, JSON.stringify(ok), { headers: { 'content-type': t } }); }
  for (const t of ['text/plain', 'application/json; charset=utf-7', 'application/xml', 'json']) { post(p, '', { headers: { 'content-type': t } }); post(p, 'x', { headers: { 'content-type': t } }); post(p, '{', { headers: { 'content-type': t } }); }
  post(p, JSON.stringify(ok), { type: null });   // no content type
  post(p, '', { type: null }); post(p, undefined, { headers: { 'content-length': '0' } }); post(p, undefined, { headers: { 'content-type': 'application/json' } }); post(p, undefined, {}); post(p, undefined, { headers: { 'content-type': 'application/json', 'content-length': '0' } });
  for (const t of texts) post(p, t);
  for (const m of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) for (const t of ['{', '[]', '{}', 'x']) post(p, t, { method: m });
  for (const m of ['GET', 'DELETE']) post(p, '{', { method: m, headers: { 'content-type': 'text/plain' } });
  const big = n => JSON.stringify({ ...ok, pad: 'x'.repeat(n) });
  for (const n of [102400, 102401, 102399, 200000]) { const b = big(0); post(p, JSON.stringify({ ...ok, pad: 'x'.repeat(n - b.length) })); }
  post(p, 'x'.repeat(110000)); post(p, 'x'.repeat(110000), { headers: { 'content-type': 'text/plain' } });
  post(p, JSON.stringify({ ...ok, pad: 'é'.repeat(60000) }));
  // encodings
  const raw = Buffer.from(JSON.stringify(ok));
  for (const [e, b] of [['gzip', zlib.gzipSync(raw)], ['deflate', zlib.deflateSync(raw)], ['br', zlib.brotliCompressSync(raw)], ['identity', raw], ['GZIP', zlib.gzipSync(raw)], ['zip', raw], ['gzip', raw], ['deflate', raw], ['deflate', zlib.deflateRawSync(raw)], ['gzip', zlib.gzipSync(raw).subarray(0, 15)], ['gzip', zlib.gzipSync(Buffer.from('{"pad":"' + 'x'.repeat(200000) + '"}'))], ['gzip, deflate', raw], ['', raw], ['x-gzip', zlib.gzipSync(raw)]]) post(p, b, { headers: { 'content-type': 'application/json', 'content-encoding': e }, name: 'enc' });
  post(p, Buffer.from(JSON.stringify(ok), 'utf16le'), { headers: { 'content-type': 'application/json; charset=utf-16le' } });
  post(p, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(ok), 'utf16le')]), { headers: { 'content-type': 'application/json; charset=utf-16' } });
  post(p, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]));
  // chunked
  post(p, JSON.stringify(ok), { chunked: true, headers: { 'transfer-encoding': 'chunked' } }); post(p, '', { chunked: true, headers: { 'transfer-encoding': 'chunked', 'content-type': 'application/json' } }); post(p, 'x'.repeat(110000), { chunked: true, headers: { 'transfer-encoding': 'chunked', 'content-type': 'application/json' } });
}
await all(steps, 6); end();
