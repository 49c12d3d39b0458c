// SPDX-License-Identifier: Apache-2.0
// Writes tokens that Backstage made, and forged ones, for the Java tests to judge.
// usage: REFERENCE_HOME=<an app with Backstage installed> node record.mjs <file to write>
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const modules = path.resolve(process.env.REFERENCE_HOME, 'app/node_modules');
const require = createRequire(modules + '/');
const jose = require(modules + '/jose');
const { TokenFactory } = require(modules + '/@backstage/plugin-auth-backend/dist/identity/TokenFactory.cjs.js');
const { DefaultPluginTokenHandler } = require(
  modules + '/@backstage/backend-defaults/dist/entrypoints/auth/plugin/PluginTokenHandler.cjs.js');
const { UserTokenHandler } = require(
  modules + '/@backstage/backend-defaults/dist/entrypoints/auth/user/UserTokenHandler.cjs.js');

const logger = { info() {}, warn() {}, error() {} };
const discovery = { getBaseUrl: async id => `http://localhost:7007/api/${id}` };
const now = Math.floor(Date.now() / 1000);

const pair = async (alg, kid) => {
  const { publicKey, privateKey } = await jose.generateKeyPair(alg, { extractable: true });
  const mark = async key => ({ ...(await jose.exportJWK(key)), kid, alg });
  return { publicJwk: await mark(publicKey), privateJwk: await mark(privateKey), publicKey, privateKey };
};
const sign = (header, claims, key) => new jose.SignJWT(claims).setProtectedHeader(header).sign(key);
const part = value => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const plugin = await pair('ES256', 'plugin-key');
const pluginTokens = DefaultPluginTokenHandler.create({
  logger, discovery, ownPluginId: 'catalog', keyDuration: { hours: 1 },
  keySource: { getPrivateSigningKey: async () => plugin.privateJwk },
});
const userKeys = [];
const userTokens = new TokenFactory({
  logger, issuer: 'http://localhost:7007/api/auth', keyDurationSeconds: 3600,
  keyStore: { addKey: async key => userKeys.push(key), listKeys: async () => ({ items: [] }) },
});
const { token: user } = await userTokens.issueToken({
  claims: { sub: 'user:default/guest', ent: ['user:default/guest', 'group:default/team'] },
});
const limited = UserTokenHandler.create({ discovery, logger }).createLimitedUserToken(user);
const { token: pluginToken } = await pluginTokens.issueToken({ pluginId: 'catalog', targetPluginId: 'search' });
const { token: onBehalfOf } = await pluginTokens.issueToken({
  pluginId: 'catalog', targetPluginId: 'search',
  onBehalfOf: { limitedUserToken: limited.token, expiresAt: limited.expiresAt },
});

const header = { typ: 'vnd.backstage.plugin', alg: 'ES256', kid: 'plugin-key' };
const claims = { sub: 'catalog', aud: 'search', iat: now, exp: now + 3600 };
const without = name => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
const secret = Buffer.from(JSON.stringify(plugin.publicJwk));
const pem = await jose.exportSPKI(plugin.publicKey);
const other = await pair('ES256', 'plugin-key');
const good = pluginToken.split('.');

const forged = {
  'alg none': `${part({ ...header, alg: 'none' })}.${part(claims)}.`,
  'alg None with the old signature': `${part({ ...header, alg: 'None' })}.${good[1]}.${good[2]}`,
  'public JWK taken as a secret': await sign({ ...header, alg: 'HS256' }, claims, secret),
  'public PEM taken as a secret': await sign({ ...header, alg: 'HS256' }, claims, Buffer.from(pem)),
  'another audience': await sign(header, { ...claims, aud: 'scaffolder' }, plugin.privateKey),
  'audiences without ours': await sign(header, { ...claims, aud: ['a', 'b'] }, plugin.privateKey),
  'expired': await sign(header, { ...claims, exp: now - 1 }, plugin.privateKey),
  'not yet valid': await sign(header, { ...claims, nbf: now + 100 }, plugin.privateKey),
  'exp as text': await sign(header, { ...claims, exp: String(now + 3600) }, plugin.privateKey),
  'exp beyond all time': await sign(header, { ...claims, exp: 1e300 }, plugin.privateKey),
  'no exp': await sign(header, without('exp'), plugin.privateKey),
  'no iat': await sign(header, without('iat'), plugin.privateKey),
  'no aud': await sign(header, without('aud'), plugin.privateKey),
  'unknown key id': await sign({ ...header, kid: 'unknown' }, claims, plugin.privateKey),
  'key id that is a path': await sign({ ...header, kid: '../../../dev/null' }, claims, plugin.privateKey),
  'key id that is SQL': await sign({ ...header, kid: "x' or '1'='1" }, claims, plugin.privateKey),
  'key in the header': await sign({ ...header, jwk: other.publicJwk }, claims, other.privateKey),
  'key URL in the header': await sign({ ...header, jku: 'http://localhost/jwks.json' }, claims, other.privateKey),
  'a foreign key with a known id': await sign(header, claims, other.privateKey),
  'changed claims': `${good[0]}.${part({ ...claims, sub: 'scaffolder' })}.${good[2]}`,
  'zero signature': `${good[0]}.${good[1]}.${Buffer.alloc(64).toString('base64url')}`,
  'no signature': `${good[0]}.${good[1]}.`,
  'DER signature': `${good[0]}.${good[1]}.${Buffer.from([0x30, 0x06, 2, 1, 1, 2, 1, 1]).toString('base64url')}`,
  'critical extension': `${part({ ...header, crit: ['exp'] })}.${good[1]}.${good[2]}`,
};

const algorithms = {};
const algorithmKeys = [];
for (const alg of ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'EdDSA']) {
  const keys = await pair(alg, 'key-' + alg);
  algorithmKeys.push(keys.publicJwk);
  algorithms[alg] = await sign({ alg, kid: 'key-' + alg, typ: 'JWT' },
    { sub: 'robot', iss: 'https://issuer.example', aud: 'backstage-external', iat: now, exp: now + 3600 }, keys.privateKey);
}
const legacySecret = jose.base64url.encode(Buffer.alloc(24, 7));
const legacyKey = jose.base64url.decode(legacySecret);
writeFileSync(process.argv[2], JSON.stringify({
  now,
  jwks: { catalog: { keys: [plugin.publicJwk] }, auth: { keys: userKeys }, algorithms: { keys: algorithmKeys } },
  privateKey: await jose.exportPKCS8(plugin.privateKey),
  publicKey: pem,
  plugin: pluginToken, onBehalfOf, user, limited: limited.token,
  oldUser: await sign({ alg: 'ES256', kid: 'plugin-key' },
    { sub: 'user:default/old', aud: 'backstage', iat: now, exp: now + 3600 }, plugin.privateKey),
  badSubject: await sign(header, { ...claims, sub: '../auth' }, plugin.privateKey),
  badOnBehalfOf: await sign(header, { ...claims, obo: pluginToken }, plugin.privateKey),
  legacySecret,
  legacy: await sign({ alg: 'HS256' }, { sub: 'backstage-server', exp: now + 3600 }, legacyKey),
  legacyExpired: await sign({ alg: 'HS256' }, { sub: 'backstage-server', exp: now - 3600 }, legacyKey),
  algorithms, forged,
}, null, 1) + '\n');
