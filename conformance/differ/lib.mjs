// Sends one request to two backends and prints what differs: status, headers, and the body byte by byte, times left out.
// Start both on copies of one database (one of them fills it), so that uids and cursors are the same.
// Environment: REFERENCE and CANDIDATE (URLs), MAX (differences shown of one kind), ONE=1 (one line each), V=1 (what is the same, too).
import http from 'node:http';

const bases = [process.env.REFERENCE ?? 'http://127.0.0.1:7007', process.env.CANDIDATE ?? 'http://127.0.0.1:7107'];
const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
export const TOKEN = 'reference-token-0123456789';
const RESTRICTED = 'restricted-token-0123456789';
const NOT_COMPARED = new Set(['date', 'connection', 'keep-alive']);
const has = (headers, name) => Object.keys(headers).some(header => header.toLowerCase() === name);

function bytesOf(step, headers) {
  if (step.body === undefined || Buffer.isBuffer(step.body)) return step.body;
  if (!has(headers, 'content-type') && step.type !== null) headers['content-type'] = step.type ?? 'application/json';
  return Buffer.from(typeof step.body === 'string' ? step.body : JSON.stringify(step.body));
}
function send(base, step) {
  const headers = { ...(step.headers ?? {}) };
  const auth = step.auth ?? 'static';
  if (auth !== 'none' && !has(headers, 'authorization')) headers.authorization = `Bearer ${auth === 'static' ? TOKEN : auth === 'restricted' ? RESTRICTED : auth}`;
  const body = bytesOf(step, headers);
  if (body !== undefined && step.chunked !== true && !('content-length' in headers)) headers['content-length'] = body.length;
  const nothing = (status, text) => ({ status, headers: {}, body: Buffer.from(text) });
  return new Promise(resolve => {
    const { hostname, port } = new URL(base);
    let request;
    try {
      request = http.request({ host: hostname, port, method: step.method ?? 'GET', path: step.path, headers, agent, insecureHTTPParser: true }, response => {
        const parts = [];
        response.on('data', part => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
        response.on('error', error => resolve(nothing(0, `error ${error.message}`)));
      });
    } catch (error) {
      return resolve(nothing(-1, error.message));
    }
    request.setTimeout(30_000, () => request.destroy(new Error('timeout')));
    request.on('error', error => resolve(nothing(0, `error ${error.code ?? error.message}`)));
    if (body !== undefined) request.write(body);
    request.end();
  });
}

const neutral = (text, base) => text
  .replaceAll(base, '<base>').replaceAll(base.replace('127.0.0.1', 'localhost'), '<base>')
  .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/g, '<time>').replace(/logId=[0-9a-f]+/g, 'logId=<id>')
  .replace(/"((?:next|prev)(?:Page)?Cursor)":"([^"]*)"/g, (_, name, cursor) => `"${name}":${Buffer.from(cursor, 'base64')}`)
  .replaceAll(',"order":"asc"', '');
function shape(response, base, step) {
  const headers = Object.entries(response.headers).filter(([name]) => !NOT_COMPARED.has(name) && !(step.ignoreHeaders ?? []).includes(name));
  const shown = Object.fromEntries(headers.sort().map(([name, value]) => [`h:${name}`, neutral(String(value), base)]));
  if (!response.body.length) for (const name of ['h:content-length', 'h:transfer-encoding']) delete shown[name];
  let body = step.binary ? response.body.toString('base64') : neutral(response.body.toString('utf8'), base);
  if (step.uuids) body = body.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>');
  return { status: response.status, ...shown, body: step.edit ? step.edit(body) : body };
}
const cut = (value, length = 400) => { const text = String(value); return text.length > length ? `${text.slice(0, length)}…(${text.length})` : text; };
const kinds = new Map();
let same = 0, different = 0;

async function compare(step) {
  const [one, other] = (await Promise.all(bases.map(base => send(base, step)))).map((response, i) => shape(response, bases[i], step));
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(key => one[key] !== other[key]);
  if (!keys.length) {
    same++;
    if (process.env.V) console.log('same', one.status, step.method ?? 'GET', cut(step.path, 150), cut(one.body, 100));
    return;
  }
  different++;
  const telling = keys.filter(key => !['h:content-length', 'h:etag'].includes(key) || !keys.includes('body'));
  const kind = step.group ?? telling.join();
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const request = `${step.method ?? 'GET'} ${cut(step.path, 300)}`;
  if (process.env.ONE) console.log(`D ${request} ${one.status}|${other.status} ${telling.join()} ${cut(one.body, 110)} | ${cut(other.body, 110)}`);
  else if (kinds.get(kind) <= Number(process.env.MAX ?? 30)) tell(request, step, telling, one, other);
}
function tell(request, step, keys, one, other) {
  console.log(`DIFFERS ${request} ${step.headers ? JSON.stringify(step.headers) : ''} ${step.body === undefined ? '' : cut(typeof step.body === 'string' ? step.body : JSON.stringify(step.body), 300)}`);
  for (const key of keys) {
    let from = 0;
    if (key === 'body' && one.body.length > 300) { while (one.body[from] === other.body[from]) from++; from = Math.max(0, from - 80); }
    const part = value => cut(typeof value === 'string' ? value.slice(from) : value);
    console.log(`   ${key}\n     reference ${part(one[key])}\n     candidate ${part(other[key])}`);
  }
}
/** Compares all, so many at a time. */
export async function all(steps, width = 4) {
  let next = 0;
  await Promise.all(Array.from({ length: width }, async () => { while (next < steps.length) await compare(steps[next++]); }));
}
export function end() { console.log(`${same} same, ${different} differ`, Object.fromEntries(kinds)); process.exit(0); }
