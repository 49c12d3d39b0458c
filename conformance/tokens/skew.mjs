// SPDX-License-Identifier: Apache-2.0
// Writes tokens whose times are a little off, each with what Backstage's own code says of it at one fixed moment.
// usage: REFERENCE_HOME=<an app with Backstage installed> node skew.mjs <file to write>
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const modules = path.resolve(process.env.REFERENCE_HOME, 'app/node_modules');
const require = createRequire(modules + '/');
const defaults = name => require(`${modules}/@backstage/backend-defaults/dist/entrypoints/${name}.cjs.js`);
const jose = require(modules + '/jose');
const { ConfigReader } = require(modules + '/@backstage/config');
const { DefaultAuthService } = defaults('auth/DefaultAuthService');
const { DefaultPluginTokenHandler } = defaults('auth/plugin/PluginTokenHandler');
const { UserTokenHandler } = defaults('auth/user/UserTokenHandler');
const { ExternalAuthTokenHandler } = defaults('auth/external/ExternalAuthTokenHandler');
const { MiddlewareFactory } = defaults('rootHttpRouter/http/MiddlewareFactory');

const now = Math.floor(Date.now() / 1000);
// late in the second, since fractions of it are where implementations may differ
const moment = now * 1000 + 700;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...of) { super(...(of.length ? of : [moment])); }
  static now() { return moment; }
};

const { publicKey, privateKey } = await jose.generateKeyPair('ES256');
const jwks = { keys: [{ ...(await jose.exportJWK(publicKey)), kid: 'key', alg: 'ES256' }] };
const server = createServer((_, response) => response.end(JSON.stringify(jwks))).listen(0);
const url = `http://localhost:${server.address().port}`;
const secret = jose.base64url.encode(Buffer.alloc(24, 7));

const logger = { info() {}, warn() {}, error() {}, child: () => logger };
const discovery = { getBaseUrl: async () => url };
const config = new ConfigReader({ backend: { auth: { externalAccess: [
  { type: 'jwks', options: { url } },
  { type: 'legacy', options: { secret, subject: 'old' } },
] } } });
const auth = new DefaultAuthService(
  UserTokenHandler.create({ discovery, logger }),
  DefaultPluginTokenHandler.create({ logger, discovery, ownPluginId: 'search', keyDuration: { hours: 1 } }),
  ExternalAuthTokenHandler.create({ ownPluginId: 'search', config, logger }),
  'search', false);
const errors = MiddlewareFactory.create({ config, logger }).error();

const sign = (typ, claims) => new jose.SignJWT(claims).setProtectedHeader({ typ, alg: 'ES256', kid: 'key' }).sign(privateKey);
const user = { sub: 'user:default/guest', iat: now, exp: now + 3600 };
const plugin = { sub: 'catalog', aud: 'search', iat: now, exp: now + 3600 };
const limited = 'vnd.backstage.limited-user';
/** By kind of token: how to make one, of which some claims are different. */
const kinds = {
  user: other => sign('vnd.backstage.user', { ...user, ...other }),
  limited: other => sign(limited, { ...user, ...other }),
  oldUser: other => sign(undefined, { ...user, aud: 'backstage', ...other }),
  plugin: other => sign('vnd.backstage.plugin', { ...plugin, ...other }),
  onBehalfOf: async other => sign('vnd.backstage.plugin', { ...plugin, obo: await sign(limited, { ...user, ...other }) }),
  jwks: other => sign('JWT', { ...user, sub: 'robot', ...other }),
  legacy: other => new jose.SignJWT({ sub: 'backstage-server', ...other }).setProtectedHeader({ alg: 'HS256' })
    .sign(jose.base64url.decode(secret)),
};
/** By claim: the seconds from now, and values that are no times. */
const offsets = { iat: [-86400, -5, 5, 86400], nbf: [-5, 0, 0.5, 1, 5, 300], exp: [-300, -5, -1, 0, 0.5, 0.9, 1, 5] };
const values = { iat: ['text', null], nbf: ['text', null], exp: ['text', null, undefined, 0, -1] };

async function verdict(token) {
  try {
    const { principal } = await auth.authenticate(token, { allowLimitedAccess: true });
    return { status: 200, body: { principal: principal.subject ?? principal.userEntityRef } };
  } catch (failure) {
    const answer = {};
    const response = { status: status => Object.assign(response, { sent: status }), json: body => Object.assign(answer, body) };
    errors(failure, { method: 'GET', url: '/who' }, response);
    return { status: response.sent, body: answer };
  }
}

const cases = [];
for (const [kind, make] of Object.entries(kinds)) {
  const add = async (name, claims) => {
    const token = await make(claims);
    cases.push({ name: `${kind}: ${name}`, token, ...(await verdict(token)) });
  };
  for (const [claim, seconds] of Object.entries(offsets)) {
    for (const offset of seconds) await add(`${claim} ${offset} s from now`, { [claim]: now + offset });
  }
  for (const [claim, others] of Object.entries(values)) {
    for (const value of others) await add(`${claim} is ${value}`, { [claim]: value });
  }
}
server.close();
writeFileSync(process.argv[2], `{"moment":${moment},"secret":"${secret}","jwks":${JSON.stringify(jwks)},"cases":[\n`
  + cases.map(one => JSON.stringify(one)).join(',\n') + '\n]}\n');
