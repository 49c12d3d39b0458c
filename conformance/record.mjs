#!/usr/bin/env node
// Records what a running Backstage answers, for `mvn verify` to replay against this project.
// usage: record.mjs --reference URL --again URL [--only FILE-PREFIX]
// Both are fresh backends of the same kind; what they answer differently is chance, and is left out.
// A case file (cases/*.mjs) default-exports steps:
//   { name, method, path, headers, body, auth: 'static'|'none'|'restricted'|TOKEN, save: {NAME: 'dot.path'},
//     repeatUntil(response), ignore: ['dot.*.path'], sort: ['dot.path'], headersCompared: [...], bodyCompared: 'json'|'text'|'none' }
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const option = name => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? undefined : process.argv[at + 1]; };
const references = [option('reference'), option('again')];
if (references.includes(undefined)) { console.error('record.mjs: --reference URL and --again URL are needed'); process.exit(2); }
const here = path.dirname(new URL(import.meta.url).pathname);
const tokens = { static: 'reference-token-0123456789', restricted: 'restricted-token-0123456789' };
const at = (value, dotted) => dotted.split('.').reduce((v, key) => v?.[key], value);

const neutral = (text, base) => text
  .replaceAll(path.join(here, 'data'), '<data>')
  .replaceAll(base, '<base>').replaceAll(base.replace('127.0.0.1', 'localhost'), '<base>')
  .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '<jwt>')
  .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/g, '<time>')
  .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>')
  .replace(/generated-[0-9a-f]{40}/g, 'generated-<hash>')
  .replace(/"(cursor|nextCursor|prevCursor|nextPageCursor|previousPageCursor)":"[^"]*"/g, '"$1":"<cursor>"');

async function answer(base, step, saved) {
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

function change(value, [key, ...rest], edit) {
  if (value === null || typeof value !== 'object') return;
  for (const k of key === '*' ? Object.keys(value) : key in value ? [key] : []) rest.length ? change(value[k], rest, edit) : value[k] = edit(value[k]);
}
const sorted = value => Array.isArray(value) ? value.sort((x, y) => JSON.stringify(x) < JSON.stringify(y) ? -1 : 1) : value;
function comparable({ expected, ignore = [], sort = [] }) {
  const all = structuredClone({ expected });
  for (const dotted of ignore) change(all.expected.body, dotted.split('.'), () => 0);
  for (const dotted of sort) dotted ? change(all.expected.body, dotted.split('.'), sorted) : sorted(all.expected.body);
  return JSON.stringify(all.expected);
}

async function record(base, steps) {
  const saved = {}, recorded = [];
  for (const step of steps) {
    const seen = await answer(base, step, saved);
    for (const [key, from] of Object.entries(step.save ?? {})) saved[key] = at(seen.json, from);
    const mode = step.bodyCompared ?? (seen.json !== undefined ? 'json' : 'text');
    const headers = Object.fromEntries((step.headersCompared ?? ['content-type']).map(h => [h, neutral(seen.headers[h] ?? '(none)', base)]));
    const body = mode === 'none' ? undefined : mode === 'json' ? JSON.parse(neutral(JSON.stringify(seen.json), base)) : neutral(seen.text, base);
    for (const dotted of step.ignore ?? []) change(body, dotted.split('.'), () => '<ignored>');
    recorded.push({ name: step.name, method: step.method ?? 'GET', path: step.path, auth: step.auth ?? 'static', headers: step.headers, body: step.body, save: step.save,
      poll: step.repeatUntil ? true : undefined, ignore: step.ignore, sort: step.sort, bodyCompared: mode, expected: { status: seen.status, headers, body } });
  }
  return recorded;
}

for (const file of fs.readdirSync(path.join(here, 'cases')).filter(f => f.endsWith('.mjs') && f.startsWith(option('only') ?? '')).sort()) {
  const steps = (await import(pathToFileURL(path.join(here, 'cases', file)))).default;
  const [first, second] = [await record(references[0], steps), await record(references[1], steps)];
  const kept = first.filter((step, i) => comparable(step) === comparable(second[i]));
  for (const step of first.filter(step => !kept.includes(step))) console.log(`left to chance: ${file}: ${step.name}`);
  fs.writeFileSync(path.join(here, 'recordings', file.replace('.mjs', '.json')), `[\n${kept.map(r => JSON.stringify(r)).join(',\n')}\n]\n`);
  console.log(`${kept.length} answers of ${file}`);
}
