// Writes what Backstage's own cache manager stores, as entries-of-backstage.json beside this file.
// Usage: node record.cjs <node_modules of an installed Backstage> <Redis URL> <memcached host:port>
const fs = require('fs');
const net = require('net');
const path = require('path');
const { createRequire } = require('module');

const [modules, redisUrl, memcached] = process.argv.slice(2);
const defaults = path.join(modules, '@backstage/backend-defaults');
const from = createRequire(path.join(defaults, 'package.json'));
const { ConfigReader } = from('@backstage/config');
const { CacheManager } = require(path.join(defaults, 'dist/entrypoints/cache/CacheManager.cjs.js'));
const { createClient } = createRequire(from.resolve('@keyv/redis'))('@redis/client');

const logger = { child: () => logger, info() {}, debug() {}, warn() {}, error: console.error };
const setups = [
  ['redis', redisUrl, {}],
  ['redis', redisUrl, { redis: { client: { namespace: 'ns', keyPrefixSeparator: '-' } } }],
  ['valkey', redisUrl, { valkey: { client: { keyPrefix: 'p-' } } }],
  ['memcache', memcached, {}],
];
const values = {
  text: 'plain',
  colon: ':text',
  object: { a: 1, b: [':x', null, true, { c: 1.5 }], ':k': '::v' },
  number: 12.5,
  nothing: null,
  no: false,
  'ümlaut \n 👋': 'Grüße 👋 "quoted" \\ \n',
  ['long'.repeat(60)]: [],
};

async function fromRedis() {
  const client = await createClient({ url: redisUrl }).connect();
  const raw = {};
  for (const key of await client.keys('*')) {
    if ((await client.type(key)) === 'string') raw[key] = await client.get(key);
  }
  await client.flushAll();
  return raw;
}

function fromMemcached(key) {
  const [host, port] = memcached.split(':');
  return new Promise(resolve => {
    let answer = Buffer.alloc(0);
    const socket = net.connect(Number(port), host, () => socket.write(`get ${key}\r\nquit\r\n`));
    socket.on('data', data => (answer = Buffer.concat([answer, data])));
    socket.on('close', () => resolve(answer.toString().split('\r\n').slice(0, 2)));
  });
}

(async () => {
  const recorded = [];
  await fromRedis();
  for (const [store, connection, options] of setups) {
    const config = new ConfigReader({ backend: { cache: { store, connection, ...options } } });
    const cache = CacheManager.fromConfig(config, { logger }).forPlugin('catalog');
    for (const [key, value] of Object.entries(values)) {
      await cache.set(key, value);
      let raw;
      if (store === 'memcache') {
        const encoded = Buffer.from(key).toString('base64');
        const hash = require('crypto').createHash('sha256').update(key).digest('base64');
        const storeKey = `catalog:catalog:${encoded.length < 200 ? encoded : hash}`;
        const [head, text] = await fromMemcached(storeKey);
        if (!head.startsWith(`VALUE ${storeKey} 0 `)) throw new Error(head);
        raw = { [storeKey]: text };
      } else {
        raw = await fromRedis();
      }
      const [[rawKey, rawValue]] = Object.entries(raw);
      recorded.push({ store, options, key, value, rawKey, rawValue });
    }
  }
  fs.writeFileSync(path.join(__dirname, 'entries-of-backstage.json'), `${JSON.stringify(recorded, null, 1)}\n`);
  process.exit(0);
})();
