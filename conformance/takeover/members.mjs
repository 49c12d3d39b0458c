#!/usr/bin/env node
// One group with five thousand members, taken in from empty by either system: how often the group and its members are stitched.
// usage: REFERENCE_HOME=… members.mjs [--members 5000]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as s from './systems.mjs';

const at = process.argv.indexOf('--members');
const members = at < 0 ? 5000 : Number(process.argv[at + 1]);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'members-'));
const user = index => `apiVersion: backstage.io/v1alpha1
kind: User
metadata: {name: member-${index}}
spec: {memberOf: [everybody]}`;
const group = 'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: everybody}\nspec: {type: company, children: []}';
for (let file = 0; file < members / 100; file++) {
  const users = Array.from({ length: 100 }, (_, index) => user(file * 100 + index));
  fs.writeFileSync(path.join(work, `${file}.yaml`), [...file ? [] : [group], ...users].join('\n---\n'));
}
const catalog = locations => s.configFile(work, `catalog-${locations.length}.json`, {
  catalog: { locations, rules: [{ allow: ['Group', 'User', 'Location'] }], processingInterval: { hours: 1 } } });
const nothing = catalog([]), all = catalog([{ type: 'file', target: path.join(work, '*.yaml') }]);

async function measure(name) {
  const prefix = `takeover_members_${name}_`;
  const admin = await s.openPostgres('postgres');
  await admin.query(`drop database if exists "${prefix}catalog" with (force)`);
  await admin.close();
  const system = config => new s.System(name, 7186, work, [s.postgresConfig(work, prefix, name), config]);
  await (await (system(nothing).start())).stop();
  const db = await s.openPostgres(`${prefix}catalog`);
  await s.observe(db);
  const start = Date.now(), running = await system(all).start();
  await s.until('all members are stitched', async () => {
    const [{ n }] = await db.query(`select count(*) as n from search where key = 'relations.memberof'`);
    const [{ m }] = await db.query(`select count(*) as m from search where key = 'relations.hasmember'`);
    const [{ q }] = await db.query('select count(*) as q from stitch_queue');
    return Number(n) === members && Number(m) === members && Number(q) === 0;
  }, 1200);
  const rows = await db.query(`select case ref when 'group:default/everybody' then 'group' else 'others' end as ref, what, count(*) as n
    from takeover_log where what like 'stitch%' group by 1, 2 order by 1, 2`);
  console.log(`${name}, ${members} members, ${Math.round((Date.now() - start) / 1000)} s: ${rows.map(row => `${row.ref} ${row.what} ${row.n}`).join(', ')}`);
  await running.stop();
  await db.close();
}
for (const name of ['understudy', 'reference']) await measure(name);
process.exit(0);
