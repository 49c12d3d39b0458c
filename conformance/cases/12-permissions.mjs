// What the permissions of a plugin answer: metadata, and conditions on its resources.
const root = '/api/probe/.well-known/backstage/permissions';
const startsWith = prefix => ({ rule: 'STARTS_WITH', resourceType: 'probe-word', params: { prefix } });
const isShort = { rule: 'IS_SHORT', resourceType: 'probe-word' };
const item = (resourceRef, conditions, more = {}) => ({ id: '1', resourceRef, resourceType: 'probe-word', conditions, ...more });
const apply = (name, body, more = {}) => ({ name: `apply: ${name}`, method: 'POST', path: `${root}/apply-conditions`, body, ...more });
// requests are checked by code of our own, whose wording differs
const refused = (name, body, more = {}) => apply(name, body, { ...more, ignore: ['error.message'] });
const applied = (name, ...items) => apply(name, { items });
export default [
  { name: 'metadata', path: `${root}/metadata`, repeatUntil: r => r.status === 200 },
  { name: 'metadata, anonymous', path: `${root}/metadata`, auth: 'none' },
  { name: 'metadata with a token for another plugin', path: `${root}/metadata`, auth: 'restricted' },
  { name: 'metadata with a restricted token', path: `${root}/metadata`, auth: 'probe-token-0123456789' },
  { name: 'metadata by POST', method: 'POST', path: `${root}/metadata`, body: {} },
  { name: 'metadata of the catalog', path: '/api/catalog/.well-known/backstage/permissions/metadata' },
  { name: 'conditions by GET', path: `${root}/apply-conditions` },
  applied('nothing'),
  applied('a rule that holds', item('tree', startsWith('t'))),
  applied('a rule that does not hold', item('oak', startsWith('t'))),
  applied('a missing resource', item('missing', startsWith('m'))),
  applied('a missing resource, turned round', item('missing', { not: startsWith('t') })),
  applied('a rule without parameters', item('oak', isShort)),
  applied('parameters for a rule without any', item('oak', { ...isShort, params: { prefix: 'o' } })),
  applied('empty parameters for a rule without any', item('oak', { ...isShort, params: {} })),
  applied('many resources', item(['tree', 'oak', 'missing'], startsWith('t'))),
  applied('one resource in a list', item(['tree'], startsWith('t'))),
  refused('no resource in a list', { items: [item([], startsWith('t'))] }),
  applied('all of', item('tree', { allOf: [startsWith('t'), isShort] })),
  applied('any of', item('tree', { anyOf: [startsWith('t'), isShort] })),
  applied('not', item('tree', { not: isShort })),
  applied('nested', item('tree', { anyOf: [{ allOf: [{ not: isShort }, startsWith('tr')] }, isShort] })),
  refused('any of nothing', { items: [item('tree', { anyOf: [] })] }),
  refused('all of nothing', { items: [item('tree', { allOf: [] })] }),
  applied('several items', item('tree', startsWith('t')), item('oak', startsWith('t'), { id: '2' })),
  applied('the same id twice', item('tree', startsWith('t')), item('oak', startsWith('t'))),
  applied('an unknown rule', item('tree', { rule: 'ENDS_WITH', resourceType: 'probe-word', params: {} })),
  applied('missing parameters', item('tree', { rule: 'STARTS_WITH', resourceType: 'probe-word' })),
  applied('wrong parameters', item('tree', startsWith(7))),
  applied('parameters too many', item('tree', { rule: 'STARTS_WITH', resourceType: 'probe-word', params: { prefix: 't', more: 1 } })),
  applied('an unknown type', item('tree', startsWith('t'), { resourceType: 'a' })),
  applied('unknown types', item('tree', startsWith('t'), { resourceType: 'a' }), item('tree', startsWith('t'), { resourceType: 'b' })),
  applied('a type that cannot be loaded', item('x', startsWith('t'), { resourceType: 'probe-letter' })),
  applied('a rule of another type', item('tree', { ...startsWith('t'), resourceType: 'probe-letter' })),
  refused('no id', { items: [{ resourceRef: 'tree', resourceType: 'probe-word', conditions: isShort }] }),
  refused('no resource', { items: [{ id: '1', resourceType: 'probe-word', conditions: isShort }] }),
  refused('no conditions', { items: [{ id: '1', resourceRef: 'tree', resourceType: 'probe-word' }] }),
  refused('an item that is null', { items: [null] }),
  refused('conditions that are text', { items: [item('tree', 'IS_SHORT')] }),
  refused('a resource that is a number', { items: [item(7, isShort)] }),
  refused('no items', {}),
  refused('items that are no list', { items: {} }),
  refused('an array', []),
  apply('malformed JSON', '{"items":'),
  refused('text', 'hello', { headers: { 'content-type': 'text/plain' } }),
  apply('too large', { items: [item('x'.repeat(110_000), isShort)] }),
  apply('anonymous', { items: [] }, { auth: 'none' }),
];
