/* The other sections. */
const failuresOf = ({ startup }) => {
  const failures = [];
  for (const service of startup.services) {
    const owner = service.pluginId ? ` for plugin '${service.pluginId}'` : '';
    if (service.error) failures.push({ title: `Service '${service.serviceId}'${owner}`, error: service.error, part: true });
  }
  for (const plugin of startup.plugins) {
    if (plugin.failure) failures.push({ title: `Plugin '${plugin.pluginId}'`, ...plugin.failure });
    for (const module of plugin.modules) {
      if (module.failure) failures.push({ title: `Module '${module.moduleId}' of plugin '${plugin.pluginId}'`, ...module.failure });
    }
  }
  const features = failures.filter((failure) => !failure.part);
  const told = features.flatMap((failure) => failure.error.map((link) => link.message)).join('\n');
  return [...features, ...failures.filter((failure) => failure.part && !told.includes(failure.error[0].message))];
};

const chainOf = (error) => element('ol', { class: 'chain' }, error.map((link, index) => element('li', null,
  index > 0 && element('span', { class: 'hint' }, 'caused by '),
  element('b', null, link.name), element('div', { class: 'message' }, link.message || '(no message)'),
  link.at.length > 0 && element('details', null, element('summary', null, link.at[0]), element('pre', null, link.at.slice(1).join('\n'))))));

const failureSection = (failures) => failures.length === 0 ? null : section('failures', plural(failures.length, 'failure'), '', null,
  failures.map((failure) => element('div', { class: 'failure' },
    element('h3', null, `${failure.title} did not start `, failure.allowed && tag('allowed to fail', 'open')), chainOf(failure.error))));

const keyOf = (path) => {
  const cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('[')) + (path.endsWith(']') ? 0 : 1);
  const front = path.slice(0, cut).split(/(?<=\.)/).map((part) => [part, element('wbr')]);
  return element('code', { class: 'key' }, front, element('b', null, path.slice(cut)));
};

const shownValue = (value) => Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value);

const hueOf = (index) => `hsl(${(252 + index * 67) % 360} 62% 58%)`;

/* A list written at one place is one row. */
const joined = (config) => {
  const rows = [];
  for (const entry of config) {
    const [, list, index] = entry.path.match(/^(.*)\[(\d+)\]$/) || [];
    const last = rows.at(-1);
    if (list && last && last.list === list && Number(index) > 0 && !entry.secret && last.source === entry.source) last.value.push(entry.value);
    else if (index === '0' && !entry.secret) rows.push({ ...entry, list, path: list, value: [entry.value] });
    else rows.push(entry);
  }
  return rows;
};

const configSection = ({ config }) => {
  const sources = [...new Set(config.map((entry) => entry.source || ''))].sort();
  const names = new Map(sources.map((source) => [source, source.split('/').pop()]));
  const search = element('input', { type: 'search', placeholder: 'Filter by key, value or file', 'aria-label': 'Filter the configuration' });
  const rows = joined(config).map((entry) => {
    const dot = element('span', { class: 'dot', 'aria-hidden': 'true' });
    dot.style.background = hueOf(sources.indexOf(entry.source || ''));
    const origin = entry.source ? names.get(entry.source) + (entry.line ? `:${entry.line}` : '') : 'unknown';
    const row = element('tr', null, element('td', null, keyOf(entry.path)),
      element('td', null, entry.secret ? tag('secret', 'secret') : code(shownValue(entry.value))),
      element('td', { class: 'origin', title: entry.source || '' }, dot, origin));
    return { row, text: `${entry.path} ${entry.secret ? '' : JSON.stringify(entry.value)} ${origin}`.toLowerCase() };
  });
  search.addEventListener('input', () => rows.forEach(({ row, text }) => { row.hidden = !text.includes(search.value.toLowerCase()); }));
  const secrets = config.filter((entry) => entry.secret).length;
  const hint = `${plural(config.length, 'value')} in effect from ${plural(sources.length, 'source')}${secrets ? `, ${plural(secrets, 'secret')} hidden` : ''}`;
  return section('config', 'Configuration', hint, search,
    table('Every value in effect and where it comes from', ['key', 'value', 'from'], element('tbody', null, rows.map(({ row }) => row)), 'config'));
};

const ACCESS = { credentials: ['users and services', ''], 'user-cookie': ['cookie', 'open'], unauthenticated: ['everybody', 'open'] };

const routeTable = (plugin, routes) => table(`Routes of ${plugin.pluginId}`, Object.assign(['method', 'path', 'who may call'], { quiet: true }),
  element('tbody', null, routes.map((route) => element('tr', null,
    element('td', { class: `mono method ${route.method}` }, route.method), element('td', null, code(route.path)), element('td', null, tag(...ACCESS[route.access]))))));

const routesOf = (plugin) => {
  const standard = plugin.routes.filter((route) => /^\/\.(backstage|well-known)\//.test(route.path));
  const own = plugin.routes.filter((route) => !standard.includes(route));
  return element('div', { class: 'routes' },
    element('h3', null, plugin.pluginId, element('span', { class: 'mono' }, plugin.path)),
    plugin.policies.length > 0 && element('p', { class: 'hint' }, 'opened by the plugin: ',
      plugin.policies.map((policy, index) => [index > 0 && ', ', code(policy.path), ` to ${ACCESS[policy.allow][0]}`])),
    own.length > 0 && routeTable(plugin, own),
    element('details', null, element('summary', null, plural(standard.length, 'route'), ' of its services'), routeTable(plugin, standard)));
};

const routesSection = ({ routes }) => section('routes', 'Routes', plural(routes.reduce((sum, plugin) => sum + plugin.routes.length, 0), 'route'), null,
  element('div', { class: 'columns' }, routes.map(routesOf)));

const cadenceOf = (settings) => settings.cadence === 'manual' ? 'when triggered' : settings.cadence.startsWith('P') ? `every ${settings.cadence.replace(/^PT?/, '').toLowerCase()}` : settings.cadence;

const tasksSection = ({ tasks }) => {
  const all = tasks.flatMap((plugin) => plugin.tasks);
  const failed = tasks.filter((plugin) => plugin.error);
  return section('tasks', 'Scheduled tasks', all.length ? '' : 'No plugin has scheduled any.', null,
    failed.map((plugin) => element('div', { class: 'failure' }, element('h3', null, `The tasks of '${plugin.pluginId}' can not be read`), chainOf(plugin.error))),
    all.length > 0 && table('Scheduled tasks', ['task', 'plugin', 'runs', 'scope', 'state', 'next'], element('tbody', null, all.map((task) => {
      const state = task.taskState || {};
      const status = state.status || (task.workerState || {}).status || 'unknown';
      return element('tr', null, element('td', null, code(task.taskId)), element('td', null, task.pluginId), element('td', null, cadenceOf(task.settings)),
        element('td', null, task.scope),
        element('td', null, tag(status, status === 'running' ? 'good' : ''), state.lastRunError && tag('last run failed', 'bad')),
        element('td', null, state.startsAt ? new Date(state.startsAt).toLocaleTimeString() : '–'));
    }))));
};
