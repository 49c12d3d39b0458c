// What the actions of a plugin answer: their list, and running one, by both versions.
const root = '/api/probe/.backstage/actions';
const v1 = (name, action, body, more = {}) => ({ name: `v1: ${name}`, method: 'POST', path: `${root}/v1/actions/${action}/invoke`, body, ...more });
const v2 = (name, action, body, more = {}) => ({ name: `v2: ${name}`, method: 'POST', path: `${root}/v2/actions/${action}/invoke`, body, ...more });
const both = (name, action, input, more) => [v1(name, action, input, more), v2(name, action, { input }, more)];
// schemas are checked by other libraries, whose wording differs
const worded = { ignore: ['error.message', 'error.cause'] };
const text = { 'content-type': 'text/plain' };
export default [
  { name: 'list', path: `${root}/v1/actions`, repeatUntil: r => r.json.actions.length === 6 },
  { name: 'list, anonymous', path: `${root}/v1/actions`, auth: 'none' },
  { name: 'list without a permission', path: `${root}/v1/actions`, auth: 'probe-token-0123456789' },
  { name: 'list by version 2', path: `${root}/v2/actions` },
  { name: 'list by POST', method: 'POST', path: `${root}/v1/actions` },
  { name: 'one action', path: `${root}/v1/actions/probe:greet` },
  { name: 'run by GET', path: `${root}/v1/actions/probe:greet/invoke` },
  ...both('greet', 'probe:greet', { name: 'Ada' }),
  ...both('greet twice', 'probe:greet', { name: 'Ada', times: 2 }),
  ...both('unknown input is dropped', 'probe:greet', { name: 'Ada', more: 1 }),
  ...both('input is missing', 'probe:greet', {}, worded),
  ...both('input has the wrong type', 'probe:greet', { name: 7 }, worded),
  ...both('input is no whole number', 'probe:greet', { name: 'Ada', times: 1.5 }, worded),
  ...both('encoded id', 'probe%3Agreet', { name: 'Ada' }),
  ...both('id without the plugin', 'greet', { name: 'Ada' }),
  ...both('unknown action', 'probe:none', {}),
  ...both('no schema', 'probe:bare', {}),
  ...both('no schema, any input', 'probe:bare', { any: ['thing'] }),
  ...both('fails', 'probe:fails', {}),
  ...both('wrong output', 'probe:wrong', {}, worded),
  ...both('hidden, with the permission', 'probe:hidden', {}),
  ...both('hidden, without the permission', 'probe:hidden', {}, { auth: 'probe-token-0123456789' }),
  ...both('anonymous', 'probe:greet', { name: 'Ada' }, { auth: 'none' }),
  ...both('with a token for another plugin', 'probe:greet', { name: 'Ada' }, { auth: 'restricted' }),
  ...both('no secrets', 'probe:hush', {}),
  v2('secrets', 'probe:hush', { input: {}, secrets: { token: 'abc' } }),
  v2('wrong secrets', 'probe:hush', { input: {}, secrets: { token: 7 } }, worded),
  v2('empty secrets', 'probe:hush', { input: {}, secrets: {} }, worded),
  v2('secrets are null', 'probe:hush', { input: {}, secrets: null }),
  v2('unwanted secrets', 'probe:greet', { input: { name: 'Ada' }, secrets: { token: 'abc' } }),
  v2('no input', 'probe:greet', {}, worded),
  v2('no input and no schema', 'probe:bare', {}),
  v1('an array', 'probe:greet', [], worded),
  v1('malformed JSON', 'probe:greet', '{"name":'),
  v1('text', 'probe:greet', 'Ada', { headers: text, ...worded }),
  v1('text, no schema', 'probe:bare', 'Ada', { headers: text }),
  { name: 'v1: no body', method: 'POST', path: `${root}/v1/actions/probe:greet/invoke`, ...worded },
  { name: 'v1: no body and no schema', method: 'POST', path: `${root}/v1/actions/probe:bare/invoke` },
  v1('too large', 'probe:greet', { name: 'x'.repeat(110_000) }),
];
