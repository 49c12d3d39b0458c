#!/usr/bin/env node
// Records how Backstage reads schedules from configuration, and what it stores of them.
// usage: REFERENCE_HOME=DIR schedules.cjs      (DIR: where the reference's node_modules are)
const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');
const required = createRequire(path.join(process.env.REFERENCE_HOME, 'package.json'));
const { readSchedulerServiceTaskScheduleDefinitionFromConfig: read } = required('@backstage/backend-plugin-api');
const { ConfigReader } = required('@backstage/config');
const lib = path.join(path.dirname(required.resolve('@backstage/backend-defaults/package.json')), 'dist/entrypoints/scheduler/lib');
const { parseDuration } = require(path.join(lib, 'PluginTaskSchedulerImpl.cjs.js'));
const { taskSettingsV2Schema } = require(path.join(lib, 'types.cjs.js'));

const timeout = { minutes: 1 };
const frequencies = [{ cron: 'bad' }, { cron: '' }, { cron: 5 }, { cron: '* * * *' }, { cron: '* * * * * * *' }, { cron: '61 * * * *' }, { cron: '@reboot' }, { cron: '* * 31 2 *' }, { cron: '0 0 * * *' }, { cron: 'PT5M' }, { cron: 'manual' }, { cron: 'Px' },
  { cron: ' 0 0 * * * ' }, { cron: '0 0 * * *', minutes: 5 }, { cron: null }, { cron: {} }, { trigger: 'manual' }, { trigger: 'other' }, { trigger: 'manual', minutes: 1 }, 'PT5M', 'P', 'PT', '5 minutes', '5m', '1h30m', '', 'x', 5, 0, null, true, [], {}, { minutes: '5' },
  { minutes: -5 }, { minutes: 1.5 }, { foo: 1 }, { minutes: 5, foo: 1 }, { minutes: 'x' }, { minutes: null }, 'P1Y2M3W4DT5H6M7S', 'P1.5D', '-PT5M', 'PT-5M', 'manual', '* * * * *', { years: 1 }, { months: 1 }, { weeks: 1, days: 2, hours: 3, seconds: 4, milliseconds: 5 },
  { minutes: 0 }, 'PT0S', 'P1W', 'PT5M3', '1 day 2 hours'];
const schedules = [...frequencies.map(frequency => ({ frequency, timeout })), { timeout }, { frequency: 'PT5M' }, ...['x', {}, { cron: '* * * * *' }].map(other => ({ frequency: 'PT5M', timeout: other })),
  ...['x', null, 'PT1S', {}].map(initialDelay => ({ frequency: 'PT5M', timeout, initialDelay })), ...['x', 'local', 'global', '', 5, null].map(scope => ({ frequency: 'PT5M', timeout, scope }))];

function answer(schedule) {
  let read_;
  try { read_ = read(new ConfigReader({ schedule }, 'mock-config').getConfig('schedule')); } catch (error) { return { unreadable: error.message }; }
  const { frequency, initialDelay, timeout: limit, scope } = read_;
  try {
    const settings = taskSettingsV2Schema.parse({ version: 2, cadence: parseDuration(frequency), initialDelayDuration: initialDelay && parseDuration(initialDelay), timeoutAfterDuration: parseDuration(limit) });
    return { settings, scope: scope ?? 'global' };
  } catch (error) { return { refused: error.name }; }
}
const target = path.join(__dirname, '../../packages/backend-defaults/src/test/resources/dev/understudy/backend/defaults/scheduler/schedules.json');
fs.writeFileSync(target, `[\n${schedules.map(schedule => JSON.stringify({ schedule, ...answer(schedule) })).join(',\n')}\n]\n`);
