// Every plugin of a newly created Backstage app but the catalog and the page, with a policy to test and a plugin that looks around.
const { createBackend } = require('@backstage/backend-defaults');
const { createBackendModule, createBackendPlugin, coreServices } = require('@backstage/backend-plugin-api');
const { policyExtensionPoint } = require('@backstage/plugin-permission-node/alpha');
const { catalogConditions, createCatalogConditionalDecision } = require('@backstage/plugin-catalog-backend/alpha');
const { AuthorizeResult, isResourcePermission } = require('@backstage/plugin-permission-common');
const { eventsServiceRef } = require('@backstage/plugin-events-node');
const express = require('express');

/** Users see what they own, and templates; they delete nothing, and may do all the rest. */
const policy = {
  async handle({ permission }, user) {
    if (permission.name === 'catalog.entity.delete') return { result: AuthorizeResult.DENY };
    if (permission.name !== 'catalog.entity.read' || !isResourcePermission(permission, 'catalog-entity')) return { result: AuthorizeResult.ALLOW };
    return createCatalogConditionalDecision(permission, { anyOf: [
      catalogConditions.isEntityOwner({ claims: user?.info.ownershipEntityRefs ?? [] }),
      catalogConditions.isEntityKind({ kinds: ['Template'] }),
    ] });
  },
};

const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'mixed-policy',
  register: reg => reg.registerInit({
    deps: { point: policyExtensionPoint },
    init: async ({ point }) => point.setPolicy(policy),
  }),
});

/** The twin of Probe.java. */
const probe = createBackendPlugin({
  pluginId: 'probe-theirs',
  register: reg => reg.registerInit({
    deps: {
      auth: coreServices.auth, httpAuth: coreServices.httpAuth, userInfo: coreServices.userInfo, discovery: coreServices.discovery,
      httpRouter: coreServices.httpRouter, events: eventsServiceRef,
    },
    init: async ({ auth, httpAuth, userInfo, discovery, httpRouter, events }) => {
      const received = [];
      const whoami = async credentials => {
        const { type, userEntityRef, subject, actor } = credentials.principal;
        return { type, userEntityRef, subject, actor: actor?.subject, info: type === 'user' ? await userInfo.getUserInfo(credentials) : undefined };
      };
      const answer = handler => (req, res, next) => handler(req, res).catch(next);
      const router = express.Router();
      router.use(express.json());
      router.get('/whoami', answer(async (req, res) => res.json(await whoami(await httpAuth.credentials(req, { allow: ['user', 'service'] })))));
      router.get('/limited', answer(async (req, res) =>
        res.json(await whoami(await httpAuth.credentials(req, { allow: ['user'], allowLimitedAccess: true })))));
      router.get('/cookie', answer(async (req, res) => {
        const { expiresAt } = await httpAuth.issueUserCookie(res);
        res.json({ expiresAt });
      }));
      router.get('/token', answer(async (req, res) =>
        res.json(await auth.getPluginRequestToken({ onBehalfOf: await auth.getOwnServiceCredentials(), targetPluginId: req.query.plugin }))));
      router.get('/ask', answer(async (req, res) => {
        const { plugin, path, as } = req.query;
        const onBehalfOf = as === 'caller' ? await httpAuth.credentials(req) : await auth.getOwnServiceCredentials();
        const { token } = await auth.getPluginRequestToken({ onBehalfOf, targetPluginId: plugin });
        const response = await fetch((await discovery.getBaseUrl(plugin)) + path, { headers: { authorization: `Bearer ${token}` } });
        res.status(response.status).type('json').send(await response.text());
      }));
      router.post('/publish', answer(async (req, res) => {
        await events.publish({ topic: 'mixed.theirs', eventPayload: req.body });
        res.status(204).end();
      }));
      router.get('/events', answer(async (_req, res) => res.json(received)));
      httpRouter.use(router);
      httpRouter.addAuthPolicy({ path: '/limited', allow: 'user-cookie' });
      await events.subscribe({
        id: 'probe',
        topics: ['mixed.ours', 'experimental.catalog.errors'],
        onEvent: async ({ topic, eventPayload }) => { received.push({ topic, payload: eventPayload }); },
      });
    },
  }),
});

const backend = createBackend();
for (const name of ['proxy', 'scaffolder', 'scaffolder-backend-module-github', 'scaffolder-backend-module-notifications', 'techdocs', 'auth',
  'auth-backend-module-guest-provider', 'permission', 'search', 'search-backend-module-pg', 'search-backend-module-catalog',
  'search-backend-module-techdocs', 'kubernetes', 'user-settings', 'notifications', 'signals', 'mcp-actions']) {
  backend.add(require(`@backstage/plugin-${name}${name.includes('-backend-') ? '' : '-backend'}`).default);
}
if (process.env.EVENTS_BACKEND) backend.add(require('@backstage/plugin-events-backend').default);
backend.add(policyModule);
backend.add(probe);
backend.start();
