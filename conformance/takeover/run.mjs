#!/usr/bin/env node
// Proves that this project and Backstage 1.55.0 can take a catalog's database over from each other; see README.md.
// usage: REFERENCE_HOME=… run.mjs [--db pg|sqlite] [--beside SECONDS] [--fixture DIR]
//   --fixture  keeps what the reference filled, as a test fixture
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as s from './systems.mjs';

const option = (name, otherwise) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? otherwise : process.argv[at + 1]; };
const kind = option('db', 'pg');
const besideSeconds = Number(option('beside', 180));
const fixture = option('fixture');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'takeover-'));
const files = s.serveFiles(work);
const keep = path.join(s.here, 'keep-orphans.yaml');
// Only the words of the YAML parsers differ. Such errors are written once more, and then left alone.
const otherWords = row => row.includes('YAMLParseError');
let failures = 0;
const say = (...words) => console.log(...words);
function check(what, ok, detail = '') {
  say(`${ok ? 'ok  ' : 'FAIL'} ${what}${detail === '' ? '' : `: ${detail}`}`);
  if (!ok) failures++;
}

async function newDatabase(name) {
  if (kind === 'sqlite') {
    const directory = path.join(work, name);
    fs.mkdirSync(directory);
    const file = path.join(directory, 'catalog.sqlite');
    return { config: () => s.sqliteConfig(work, directory), open: () => s.openSqlite(file), file };
  }
  const prefix = `takeover_${name}_`;
  const admin = await s.openPostgres('postgres');
  await admin.query(`drop database if exists "${prefix}catalog" with (force)`);
  await admin.close();
  return { config: who => s.postgresConfig(work, prefix, who), open: () => s.openPostgres(`${prefix}catalog`), name: `${prefix}catalog` };
}

const refs = async db => (await db.query('select entity_ref from refresh_state')).map(row => row.entity_ref);
/** Waits until each entity has had so many turns. */
async function turns(db, count, who) {
  const by = who && kind === 'pg' ? ` and who = '${who}'` : '';
  await s.until(`each entity has been processed ${count} times`, async () => {
    const seen = new Map((await db.query(`select ref, count(*) as n from takeover_log where what = 'turn'${by} group by ref`)).map(r => [r.ref, Number(r.n)]));
    return (await refs(db)).every(ref => (seen.get(ref) ?? 0) >= count);
  });
}
const forget = db => db.query('delete from takeover_log');
const changes = "what in ('result', 'unprocessed', 'insert', 'stitch request', 'stitch write', 'stitch insert')";
/** Waits until a whole round of processing changes nothing. */
async function settled(db) {
  for (let round = 0; round < 10; round++) {
    await forget(db);
    await turns(db, 2);
    if ((await db.query(`select 1 from takeover_log where ${changes}`)).length === 0) return;
  }
  throw new Error(`nothing but changes: ${JSON.stringify(await s.observed(db, changes))}`);
}
const entities = async system => JSON.parse((await system.call('GET', '/entities')).text).map(entity => JSON.stringify(entity)).sort();
const ranTask = db => s.until('the task has run', async () =>
  (await db.query('select 1 from backstage_backend_tasks__tasks where last_run_ended_at is not null')).length > 0);
const tablesThere = db => s.until('the tables are there', async () => (await refs(db)).length > 0);

async function compareAfter(what, before, db) {
  const found = s.differences(before, await s.snapshot(db));
  const unexpected = found.filter(row => !otherWords(row));
  check(`${what}: hashes, etags, entities, search rows, locations, migrations and tasks are as before`, unexpected.length === 0,
    unexpected.length ? `\n${unexpected.map(row => row.slice(0, 1500)).join('\n')}` : s.counts(before));
  const log = await db.query(`select what, ref from takeover_log where ${changes}`);
  const yaml = new Set(before.entities.filter(otherWords).map(row => JSON.parse(row).entity_ref));
  const others = log.filter(row => !yaml.has(row.ref));
  check(`${what}: nothing was ingested or stitched again`, others.length === 0,
    `${JSON.stringify(others.slice(0, 10))}; ${log.length - others.length} writes to ${yaml.size} entities with YAML errors`);
}

// 1. The reference fills a database.
const database = await newDatabase('filled');
let reference = await new s.System('reference', 7180, work, [database.config('reference')]).start();
let db = await database.open();
await tablesThere(db);
await ranTask(db);
await s.observe(db);
const registration = await reference.call('POST', '/locations', { type: 'url', target: 'http://localhost:7189/registered.yaml' });
check('the reference registers a location', registration.status === 201, registration.status);
await settled(db);
await reference.stop();
reference = await new s.System('reference', 7180, work, [database.config('reference'), keep]).start();
const shrinking = path.join(files.folder, 'shrinking.yaml');
fs.writeFileSync(shrinking, fs.readFileSync(shrinking, 'utf8').split('---\n')[0]);
await settled(db);
let filled = await s.snapshot(db);
check('one of its entities is an orphan', filled.finals.filter(row => row.includes('backstage.io/orphan')).length === 1);
const toTheLetter = await entities(reference);
await reference.stop();
const keys = (await db.query('select count(*) as n from backstage_backend_public_keys__keys'))[0].n;
say(`the reference left ${s.counts(filled)}`);
if (fixture) await keepFixture();

// 2. We take it over.
await forget(db);
let understudy = await new s.System('understudy', 7181, work, [database.config('understudy'), keep]).start();
await turns(db, 2, 'understudy');
await compareAfter('taken over', filled, db);
const ours = await entities(understudy);
const unequal = ours.filter(entity => !toTheLetter.includes(entity));
check('our API answers the same entities to the letter', ours.length === toTheLetter.length && unequal.length === 0, `${ours.length} entities ${unequal.slice(0, 2)}`);
check('the reference\'s public keys are still there', Number((await db.query('select count(*) as n from backstage_backend_public_keys__keys'))[0].n) > Number(keys));

// 3. Both run on it.
await understudy.stop();
understudy = await new s.System('understudy', 7181, work, [database.config('understudy')]).start();
await s.until('the orphan is deleted', async () => !(await refs(db)).includes('component:default/goes'));
if (kind === 'pg') {
  reference = await new s.System('reference', 7180, work, [database.config('reference')]).start();
  await settled(db);
  const before = await s.snapshot(db);
  await forget(db);
  await s.sleep(besideSeconds * 1000);
  await compareAfter(`side by side for ${besideSeconds} s`, before, db);
  const log = await s.observed(db);
  check('both process', log['understudy turn'] > 0 && log['reference turn'] > 0, JSON.stringify(log));
  const [gap] = await db.query(`select min(extract(epoch from at - last)) as shortest, max(extract(epoch from at - last)) as longest from
    (select at, lag(at) over (partition by ref order by at) as last from takeover_log where what = 'turn') t where last is not null`);
  check('each entity is processed once per interval (5 to 7.5 s, and up to 1 s until it is noticed)', gap.shortest > 4.9 && gap.longest < 10,
    `${gap.shortest} to ${gap.longest} s between two turns of an entity`);
  const runs = await db.query(`select who, at, extract(epoch from at - lag(at) over (order by at)) as gap from takeover_log where what = 'task run'`);
  check('the global task runs once per interval (30 s)', runs.length > 1 && runs.every(run => run.gap === null || run.gap > 25),
    `${runs.length} runs by ${[...new Set(runs.map(run => run.who))].join(' and ')}`);
  for (const [one, other] of [[understudy, reference], [reference, understudy]]) {
    const target = 'http://localhost:7189/visitor.yaml';
    const id = (await one.call('POST', '/locations', { type: 'url', target })).json.location.id;
    const isThere = async () => (await other.call('GET', '/entities/by-name/component/default/visitor')).status === 200;
    await s.until(`what ${one.name} registered is seen by ${other.name}`, isThere);
    const seen = (await other.call('GET', `/locations/${id}`)).json?.target === target;
    await other.call('DELETE', `/locations/${id}`);
    await s.until('it is deleted', async () => (await one.call('GET', `/locations/${id}`)).status === 404
      && (await one.call('GET', '/entities/by-name/component/default/visitor')).status === 404);
    check(`a location that ${one.name} registers is seen and deleted by ${other.name}`, seen);
  }
  await reference.stop();
}
await settled(db);

// 4. We give it back.
filled = await s.snapshot(db);
const given = await entities(understudy);
await understudy.stop();
await handBack('given back', db, database, filled, given);

// 5. A database of our own making is given, too.
const own = await newDatabase('own');
understudy = await new s.System('understudy', 7181, work, [own.config('understudy')]).start();
const ownDb = await own.open();
await tablesThere(ownDb);
await ranTask(ownDb);
await s.observe(ownDb);
await understudy.call('POST', '/locations', { type: 'url', target: 'http://localhost:7189/registered.yaml' });
await settled(ownDb);
filled = await s.snapshot(ownDb);
const made = await entities(understudy);
await understudy.stop();
const neutral = list => list.map(entity => entity.replace(/"(uid|etag)":"[^"]*"/g, '')).filter(entity => !otherWords(entity)).sort();
const difference = neutral(made).filter(entity => !neutral(given).includes(entity));
check('from the same files, both systems make the same entities to the letter', difference.length === 0, `${made.length} entities ${difference.slice(0, 3)}`);
await handBack('our own, given', ownDb, own, filled, made);
await ownDb.close();
await db.close();
files.close();
say(failures ? `${failures} checks failed; logs are in ${work}` : 'all is well');
process.exit(failures ? 1 : 0);

async function handBack(what, to, where, before, letter) {
  await forget(to);
  reference = await new s.System('reference', 7180, work, [where.config('reference')]).start();
  await turns(to, 2, 'reference');
  await compareAfter(what, before, to);
  const now = await entities(reference);
  check(`${what}: the reference answers the same entities to the letter`, now.filter(entity => !letter.includes(entity) && !otherWords(entity)).length === 0 && now.length === letter.length, now.length);
  await reference.stop();
  check(`${what}: the reference ran no migration`, JSON.stringify(before.migrations) === JSON.stringify((await s.snapshot(to)).migrations), `${before.migrations.length} were there`);
}

async function keepFixture() {
  await s.unobserve(db);
  fs.mkdirSync(fixture, { recursive: true });
  if (kind === 'pg') {
    const { PGHOST = 'localhost', PGPORT = '5432', PGUSER = 'postgres', PGPASSWORD = 'postgres' } = process.env;
    const dump = execFileSync('pg_dump', ['--inserts', '--rows-per-insert=200', '--no-owner', '--no-comments', database.name],
      { env: { ...process.env, PGHOST, PGPORT, PGUSER, PGPASSWORD }, encoding: 'utf8', maxBuffer: 1 << 28 });
    // settings and meta commands that other versions of PostgreSQL do not have
    const portable = dump.split('\n').filter(line => !/^(SET |\\|--|$)/.test(line)).join('\n');
    fs.writeFileSync(path.join(fixture, 'reference.sql.gz'), gzipSync(portable, { level: 9 }));
  } else {
    const copy = path.join(work, 'copy.sqlite');
    await db.query(`vacuum into '${copy}'`);
    fs.writeFileSync(path.join(fixture, 'reference.sqlite.gz'), gzipSync(fs.readFileSync(copy), { level: 9 }));
  }
  await s.observe(db);
}
