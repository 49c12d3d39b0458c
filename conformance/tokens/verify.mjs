// SPDX-License-Identifier: Apache-2.0
// Lets Backstage's own code judge tokens that the Java tests made (packages/backend-defaults/target/tokens.json).
// usage: REFERENCE_HOME=<an app with Backstage installed> node verify.mjs <file>
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const modules = path.resolve(process.env.REFERENCE_HOME, 'app/node_modules');
const require = createRequire(modules + '/');
const { DefaultPluginTokenHandler } = require(
  modules + '/@backstage/backend-defaults/dist/entrypoints/auth/plugin/PluginTokenHandler.cjs.js');
const made = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const server = createServer((_, response) => response.end(JSON.stringify(made.jwks))).listen(0);
const discovery = { getBaseUrl: async () => `http://localhost:${server.address().port}` };
const fail = (_, error) => { throw error; };
const handler = DefaultPluginTokenHandler.create({
  logger: { info() {}, warn: fail, error: fail }, discovery, ownPluginId: 'search', keyDuration: { hours: 1 },
});
for (const token of made.tokens) {
  console.log(JSON.stringify(await handler.verifyToken(token)));
}
server.close();
