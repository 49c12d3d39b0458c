#!/usr/bin/env node
// Two of our processes on one PostgreSQL: each entity and each global task has its turn once per interval, and when the process that
// runs a task is killed with -9, the other runs it after the timeout.
// usage: REFERENCE_HOME=… replicas.mjs [--seconds 90]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as s from './systems.mjs';

const at = process.argv.indexOf('--seconds');
const seconds = at < 0 ? 90 : Number(process.argv[at + 1]);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'replicas-'));
const files = s.serveFiles(work);
const prefix = 'takeover_replicas_';
const admin = await s.openPostgres('postgres');
await admin.query(`drop database if exists "${prefix}catalog" with (force)`);
await admin.close();
const start = (name, port) => new s.System('understudy', port, work, [s.postgresConfig(work, prefix, name)]).start();
const systems = { one: await start('one', 7184), other: await start('other', 7185) };
const db = await s.openPostgres(`${prefix}catalog`);
const runs = () => db.query("select who, extract(epoch from at) as at, extract(epoch from at - lag(at) over (order by at)) as gap from takeover_log where what = 'task run' order by 2");
await s.until('the task has run', async () => (await db.query('select 1 from backstage_backend_tasks__tasks where last_run_ended_at is not null')).length > 0);
await s.sleep(15_000);
await s.observe(db);
await s.sleep(seconds * 1000);
console.log(JSON.stringify(await s.observed(db)));
const [gap] = await db.query(`select min(extract(epoch from at - last)) as shortest, max(extract(epoch from at - last)) as longest from
  (select at, lag(at) over (partition by ref order by at) as last from takeover_log where what = 'turn') t where last is not null`);
console.log(`${gap.shortest > 4.9 ? 'ok  ' : 'FAIL'} ${gap.shortest} to ${gap.longest} s between two turns of an entity (interval 5 to 7.5 s)`);
const gaps = (await runs()).map(run => run.gap).filter(value => value !== null);
console.log(`${gaps.every(value => value > 25) ? 'ok  ' : 'FAIL'} ${gaps.length + 1} runs of the global task, every ${gaps.map(Number).map(Math.round).join(', ')} s (interval 30 s)`);

// whoever runs the task next waits for this lock, and is killed meanwhile
const before = (await runs()).length;
await db.query('delete from takeover_log');
await db.query('begin');
await db.query('lock table refresh_state in access exclusive mode');
const watcher = await s.openPostgres(`${prefix}catalog`);
const holders = () => watcher.query("select who, extract(epoch from at) as at from takeover_log where what = 'task run' order by at");
await s.until('a process holds the task', async () => (await holders()).length > 0, 60);
const [holder] = await holders();
await systems[holder.who].stop('SIGKILL');
await db.query('commit');
await s.until('the other process has taken over', async () => (await holders()).some(run => run.who !== holder.who), 120);
const taken = (await holders()).find(run => run.who !== holder.who);
console.log(`ok   '${holder.who}' was killed with -9 while it ran the task; '${taken.who}' ran it ${Math.round(taken.at - holder.at)} s later (timeout 24 s, looked after once a minute)`);
await systems[taken.who].stop();
await watcher.close();
await db.close();
files.close();
process.exit(0);
