// A plugin with something behind every endpoint that the core services give to plugins; ProbePlugin.java is the same in Java.
const { createBackendPlugin, coreServices } = require('@backstage/backend-plugin-api');
const { actionsRegistryServiceRef } = require('@backstage/backend-plugin-api/alpha');
const { NotFoundError } = require('@backstage/errors');
const { createPermission } = require('@backstage/plugin-permission-common');
const { createPermissionResourceRef, createPermissionRule } = require('@backstage/plugin-permission-node');
const { z } = require('zod/v3');

const wordRef = createPermissionResourceRef().with({ pluginId: 'probe', resourceType: 'probe-word' });
const letterRef = createPermissionResourceRef().with({ pluginId: 'probe', resourceType: 'probe-letter' });
const startsWith = createPermissionRule({
  name: 'STARTS_WITH',
  description: 'Allows words that start like this',
  resourceRef: wordRef,
  paramsSchema: z.object({ prefix: z.string().describe('How words start') }),
  apply: (word, { prefix }) => word.startsWith(prefix),
  toQuery: ({ prefix }) => prefix,
});
const isShort = createPermissionRule({
  name: 'IS_SHORT', description: 'Allows short words', resourceRef: wordRef, apply: word => word.length < 4, toQuery: () => '',
});
const permissions = [
  createPermission({ name: 'probe.word.read', attributes: { action: 'read' }, resourceType: 'probe-word' }),
  createPermission({ name: 'probe.other', attributes: {} }),
];
const hidden = createPermission({ name: 'probe.hidden', attributes: { action: 'update' } });

const untilAborted = signal => new Promise(resolve => signal.addEventListener('abort', resolve));
const manual = { frequency: { trigger: 'manual' }, timeout: { minutes: 10 } };
const hourly = { frequency: { hours: 1 }, timeout: { minutes: 10 } };
const tasks = [
  { id: 'by-hand', ...manual, fn: async () => {} },
  { id: 'failing', ...manual, fn: async () => { throw new Error('failed on purpose'); } },
  { id: 'slow', ...manual, fn: untilAborted },
  { id: 'later', frequency: { hours: 1 }, timeout: { minutes: 5 }, initialDelay: { hours: 2 }, fn: async () => {} },
  { id: 'nightly', frequency: { cron: '0 3 * * *' }, timeout: { seconds: 90 }, fn: async () => {} },
  { id: 'local', ...hourly, scope: 'local', fn: async () => {} },
  { id: 'local-failing', ...hourly, scope: 'local', fn: async () => { throw new Error('failed on purpose'); } },
  { id: 'local-slow', ...hourly, scope: 'local', fn: untilAborted },
  { id: 'local-later', frequency: { hours: 1 }, timeout: { minutes: 5 }, initialDelay: { hours: 2 }, scope: 'local', fn: async () => {} },
];

const actions = [
  {
    name: 'greet', title: 'Greet', description: 'Greets somebody', attributes: { readOnly: true },
    examples: [{ title: 'Ada', input: { name: 'Ada' }, output: { greeting: 'Hello Ada' } }],
    schema: {
      input: s => s.object({ name: s.string().describe('Whom'), times: s.number().int().optional() }),
      output: s => s.object({ greeting: s.string() }),
    },
    action: async ({ input }) => ({ output: { greeting: Array(input.times ?? 1).fill('Hello').join(' ').concat(' ', input.name) } }),
  },
  { name: 'bare', title: 'Bare', description: 'Says nothing of itself', action: async () => {} },
  {
    name: 'hush', title: 'Hush', description: 'Wants a secret', attributes: { idempotent: true, destructive: false },
    schema: { input: s => s.object({}), output: s => s.object({ length: s.number() }), secrets: s => s.object({ token: s.string() }) },
    action: async ({ secrets }) => ({ output: { length: secrets.token.length } }),
  },
  {
    name: 'wrong', title: 'Wrong', description: 'Answers what it did not promise',
    schema: { input: s => s.object({}), output: s => s.object({ count: s.number() }) },
    action: async () => ({ output: { count: 'many' } }),
  },
  { name: 'fails', title: 'Fails', description: 'Never works', action: async () => { throw new NotFoundError('There is no such thing'); } },
  { name: 'hidden', title: 'Hidden', description: 'Not for everybody', visibilityPermission: hidden, action: async () => ({ output: { seen: true } }) },
];

module.exports = createBackendPlugin({
  pluginId: 'probe',
  register(env) {
    env.registerInit({
      deps: { scheduler: coreServices.scheduler, permissionsRegistry: coreServices.permissionsRegistry, actionsRegistry: actionsRegistryServiceRef },
      async init({ scheduler, permissionsRegistry, actionsRegistry }) {
        permissionsRegistry.addResourceType({
          resourceRef: wordRef, permissions, rules: [startsWith, isShort],
          getResources: async refs => refs.map(ref => (ref === 'missing' ? undefined : ref)),
        });
        permissionsRegistry.addResourceType({ resourceRef: letterRef, permissions: [], rules: [] });
        actions.forEach(action => actionsRegistry.register(action));
        for (const task of tasks) await scheduler.scheduleTask(task);
      },
    });
  },
});
