// Every endpoint by every method, with odd slashes, letters, encodings and parameters.
import { all, end } from './lib.mjs';
const c = '/api/catalog';
const paths = ['/refresh', '/entities', '/entities/by-query', '/entities/by-uid/x', '/entities/by-name/component/default/payment-gateway', '/entities/by-name/component/default/payment-gateway/ancestry', '/entities/by-refs', '/entity-facets', '/entity-facets?facet=kind', '/locations', '/locations/by-query', '/locations/x', '/locations/by-entity/component/default/payment-gateway', '/analyze-location', '/validate-entity', '/openapi.json', '/.well-known/backstage/permissions/metadata', '/.well-known/backstage/permissions/apply-conditions', '/.backstage/scheduler/v1/tasks', '/.backstage/scheduler/v1/tasks/x/trigger', '/.backstage/scheduler/v1/tasks/x/cancel', '/.backstage/actions/v1/actions', '/.backstage/actions/v1/actions/x/invoke', '/.backstage/actions/v2/actions/x/invoke', '/.backstage/auth/v1/cookie', '/.backstage/auth/v1/jwks.json', '/', '', '/nothing', '/entities/by-name', '/entities/by-name/x', '/entities/by-uid', '/entities/by-uid/', '/locations/by-entity', '/locations/by-entity/a/b', '/locations/by-entity/a/b/c/d', '/.well-known', '/.backstage'];
const up = p => p.toUpperCase();
const variants = [p => p, p => p.replace(/(\?|$)/, '/$1'), p => p.replace(/(\?|$)/, '//$1'), p => '/' + p, up, p => p.replace(/e/g, '%65'), p => p.replace(/\/(?=[^/]*$)/, '%2F'), p => p + (p.includes('?') ? '&' : '?') + 'x=1', p => p + '?', p => p + '#frag', p => p + '/extra', p => p + '/../entities', p => p + '/./', p => p + ';v=1', p => p + '%20', p => p + '%', p => p+'%00'];
const steps = [];
for (const p of paths) for (const v of variants) for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
  const path = c + v(p);
  const step = { method, path };
  if (p.endsWith('jwks.json')) step.edit = b => b.replace(/"keys":\[.*\]/, '');
  if (p.endsWith('jwks.json')) step.ignoreHeaders = ['etag', 'content-length'];
  if (p.includes('tasks')) { step.edit = b => b.replace(/"workerState":\{"status":"\w+"\}/g, 'W'); step.ignoreHeaders = ['etag', 'content-length']; }
  if (method === 'POST' || method === 'PUT' || method === 'PATCH') step.body = {};
  steps.push(step);
}
await all(steps); end();
