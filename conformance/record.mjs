#!/usr/bin/env node
// Records what a running Backstage answers, for `mvn verify` to replay against this project.
// usage: record.mjs --reference http://127.0.0.1:7007 [--only FILE-PREFIX]
// A case file (cases/*.mjs) default-exports steps:
//   { name, method, path, headers, body, auth: 'static'|'none'|'restricted'|TOKEN, save: {NAME: 'dot.path'},
//     repeatUntil(response), ignore: ['dot.*.path'], sort: ['dot.path'], headersCompared: [...], bodyCompared: 'json'|'text'|'none' }
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const option = name => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? undefined : process.argv[at + 1]; };
const base = option('reference');
if (!base) { console.error('record.mjs: --reference URL is needed'); process.exit(2); }
const here = path.dirname(new URL(import.meta.url).pathname);
const tokens = { static: 'reference-token-0123456789', restricted: 'restricted-token-0123456789' };
const at = (value, dotted) => dotted.split('.').reduce((v, key) => v?.[key], value);

const neutral = text => text
  .replaceAll(base, '<base>').replaceAll(base.replace('127.0.0.1', 'localhost'), '<base>')
  .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '<jwt>')
  .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/g, '<time>')
  .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>')
  .replace(/"(cursor|nextCursor|prevCursor|nextPageCursor|previousPageCursor)":"[^"]*"/g, '"$1":"<cursor>"');

async function answer(step, saved) {
  const fill = text => text.replace(/\{\{(\w+)\}\}/g, (_, key) => saved[key] ?? '');
  const headers = Object.fromEntries(Object.entries(step.headers ?? {}).map(([k, v]) => [k, fill(v)]));
  const auth = step.auth ?? 'static';
  if (auth !== 'none') headers.authorization ??= `Bearer ${tokens[auth] ?? fill(auth)}`;
  const body = step.body === undefined ? undefined : fill(typeof step.body === 'string' ? step.body : JSON.stringify(step.body));
  if (body !== undefined) headers['content-type'] ??= 'application/json';
  const end = Date.now() + 30_000;
  for (;;) {
    const response = await fetch(base + fill(step.path), { method: step.method ?? 'GET', headers, body, redirect: 'manual' });
    const text = await response.text();
    const seen = { status: response.status, text, headers: Object.fromEntries(response.headers) };
    try { seen.json = JSON.parse(text); } catch { /* not JSON */ }
    let done = true;
    try { done = !step.repeatUntil || step.repeatUntil(seen); } catch { done = false; }
    if (done || Date.now() > end) return seen;
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}

for (const file of fs.readdirSync(path.join(here, 'cases')).filter(f => f.endsWith('.mjs') && f.startsWith(option('only') ?? '')).sort()) {
  const steps = (await import(pathToFileURL(path.join(here, 'cases', file)))).default;
  const saved = {}, recorded = [];
  for (const step of steps) {
    const seen = await answer(step, saved);
    for (const [key, from] of Object.entries(step.save ?? {})) saved[key] = at(seen.json, from);
    const mode = step.bodyCompared ?? (seen.json !== undefined ? 'json' : 'text');
    const headers = Object.fromEntries((step.headersCompared ?? ['content-type']).map(h => [h, neutral(seen.headers[h] ?? '(none)')]));
    const body = mode === 'none' ? undefined : mode === 'json' ? JSON.parse(neutral(JSON.stringify(seen.json))) : neutral(seen.text);
    recorded.push({ name: step.name, method: step.method ?? 'GET', path: step.path, auth: step.auth ?? 'static', headers: step.headers, body: step.body, save: step.save,
      poll: step.repeatUntil ? true : undefined, ignore: step.ignore, sort: step.sort, bodyCompared: mode, expected: { status: seen.status, headers, body } });
  }
  const out = path.join(here, 'recordings', file.replace('.mjs', '.json'));
  fs.writeFileSync(out, `[\n${recorded.map(r => JSON.stringify(r)).join(',\n')}\n]\n`);
  console.log(`${recorded.length} answers of ${file}`);
}
