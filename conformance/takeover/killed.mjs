#!/usr/bin/env node
// Kills our catalog with -9 at random moments while it takes in a catalog, again and again, and compares what is there in the
// end with an undisturbed run.
// usage: REFERENCE_HOME=… killed.mjs [--db pg|sqlite] [--kills 50] [--entities 1000] [--seed 1] [--port 7182]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as s from './systems.mjs';

const option = (name, otherwise) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? otherwise : process.argv[at + 1]; };
const kind = option('db', 'pg');
const kills = Number(option('kills', 50));
const port = Number(option('port', 7182));
const size = Number(option('entities', 1000));
let seed = Number(option('seed', 1));
const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'killed-'));
const catalog = path.join(work, 'catalog');
fs.mkdirSync(catalog);
const teams = 10;
/** Writes the catalog anew: all descriptions differ from one round to the next, so that all has to be ingested and stitched. */
function write(round) {
  const documents = [];
  for (let team = 0; team < teams; team++) documents.push({ apiVersion: 'backstage.io/v1alpha1', kind: 'Group', metadata: { name: `team-${team}` }, spec: { type: 'team', children: [] } });
  for (let n = 0; documents.length < size; n++) documents.push({ apiVersion: 'backstage.io/v1alpha1', kind: 'Component',
    metadata: { name: `component-${n}`, description: `Round ${round}`, tags: [`t${n % 7}`] },
    spec: { type: 'service', lifecycle: 'production', owner: `team-${(n + round) % teams}`, dependsOn: n ? [`component:component-${n - 1}`] : [] } });
  for (let part = 0; part * 50 < documents.length; part++)
    fs.writeFileSync(path.join(catalog, `part-${part}.yaml`), documents.slice(part * 50, part * 50 + 50).map(d => JSON.stringify(d)).join('\n---\n'));
}
const locations = s.configFile(work, 'locations.json', { catalog: {
  processingInterval: { seconds: 3 },
  locations: [{ type: 'file', target: path.join(catalog, '*.yaml'), rules: [{ allow: ['Component', 'Group'] }] }] } });

async function newDatabase(name) {
  if (kind === 'sqlite') {
    const directory = path.join(work, name);
    fs.mkdirSync(directory);
    return { config: s.sqliteConfig(work, directory, name), open: () => s.openSqlite(path.join(directory, 'catalog.sqlite')) };
  }
  const prefix = `takeover_${name}_`;
  const admin = await s.openPostgres('postgres');
  await admin.query(`drop database if exists "${prefix}catalog" with (force)`);
  await admin.close();
  return { config: s.postgresConfig(work, prefix, 'understudy'), open: () => s.openPostgres(`${prefix}catalog`) };
}
const start = database => new s.System('understudy', port, work, [database.config, locations]).start();

/** The catalog without what is chance: identities, and the hashes of final entities, in which they are. */
async function contents(db) {
  const ids = new Map((await db.query('select entity_id, entity_ref from refresh_state')).map(row => [row.entity_id, row.entity_ref]));
  const rows = await s.snapshot(db);
  const plain = list => list.map(row => row.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, id => ids.get(id) ?? 'id')
    .replace(/"(hash|updated)":"[^"]*"|\\"etag\\":\\"[0-9a-f]{40}\\"/g, '')).sort();
  return Object.fromEntries(['entities', 'references', 'keys', 'relations', 'finals', 'search'].map(name => [name, plain(rows[name])]));
}
/** Everything is there, nothing waits for the stitcher, and a whole round has changed nothing. */
async function settled(db) {
  const state = async () => JSON.stringify(await db.query(`select count(*) as n, max(result_hash) as a, min(result_hash) as b,
    (select count(*) from final_entities) as f, (select count(*) from search) as s, (select count(*) from stitch_queue) as q,
    (select count(*) from refresh_state where result_hash is null or result_hash = '') as u from refresh_state`));
  let before = '';
  await s.until('the catalog is settled', async () => {
    const now = await state();
    const same = now === before && JSON.parse(now)[0].q == 0 && JSON.parse(now)[0].u == 0 && JSON.parse(now)[0].f > size;
    before = now;
    await s.sleep(8000);
    return same;
  }, 240);
}

write(kills - 1);
const undisturbed = await newDatabase('calm');
let system = await start(undisturbed);
let db = await undisturbed.open();
await settled(db);
await system.stop();
const expected = await contents(db);
await db.close();
console.log(`an undisturbed run has ${s.counts(expected)}`);

const disturbed = await newDatabase('killed');
const progress = [];
for (let kill = 0; kill < kills; kill++) {
  write(kill);
  system = new s.System('understudy', port, work, [disturbed.config, locations]);
  const starting = system.start().catch(() => {});
  // one in five while it starts, the others from when it is ready to when most is done
  if (kill % 5) await starting;
  await s.sleep(random() * 2500);
  await system.stop('SIGKILL');
  await starting;
  try {
    db = await disturbed.open();
    const [{ n }] = await db.query(`select count(*) as n from final_entities where final_entity like '%"Round ${kill}"%'`);
    progress.push(Number(n));
    await db.close();
  } catch { progress.push(-1); }
}
console.log(`entities of the round that were done at each kill (-1: no tables yet): ${progress.join(' ')}`);
db = await disturbed.open();
system = await start(disturbed);
await settled(db);
await system.stop();
const found = s.differences(expected, await contents(db));
await db.close();
found.slice(0, 20).forEach(row => console.log(row.slice(0, 400)));
console.log(found.length ? `FAIL ${found.length} differences; logs are in ${work}` : `ok   after ${kills} kills on ${kind}, the catalog is that of an undisturbed run`);
process.exit(found.length ? 1 : 0);
