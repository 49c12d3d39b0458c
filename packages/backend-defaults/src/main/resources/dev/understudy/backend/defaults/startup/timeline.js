/* The waterfall: a table whose middle column is drawn, so that its numbers can be read aloud, too. */
const QUICK = 1;
const LONGEST_JVM_START = 5000; // after a longer time the process was doing something else
const open = new Map();

const stepOf = (total) => {
  const rough = total / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough);
};

const timelineOf = (data) => {
  const { startup, process } = data;
  const gap = process.beginAt ? Date.parse(startup.beginAt) - Date.parse(process.beginAt) : -1;
  const jvm = gap > 0 && gap < LONGEST_JVM_START ? gap : 0;
  const now = startup.state === 'starting' ? Date.now() - Date.parse(startup.beginAt) : 0;
  const ends = startup.phases.map((phase) => phase.offset + (phase.duration === undefined ? Math.max(0, now - phase.offset) : phase.duration));
  return { jvm, now, backend: Math.max(0, ...ends), total: jvm + Math.max(1, ...ends) };
};

const barOf = (time, item, kind) => {
  const bar = element('div', { class: 'track', 'aria-hidden': 'true' });
  const lines = element('span', { class: 'lines' });
  for (let at = time.step; at < time.total; at += time.step) place(element('i'), lines, at / time.total);
  bar.append(lines);
  const begin = (item.offset + time.jvm) / time.total;
  if (begin > 1) return bar;
  const running = item.duration === undefined;
  const length = (running ? Math.max(0, time.now - item.offset) : item.duration) / time.total;
  const own = item.own === undefined ? length : item.own / time.total;
  const failed = item.failure || item.error;
  if (length > own) place(element('span', { class: `wait ${kind}` }), bar, begin, length);
  place(element('span', { class: `fill ${failed ? 'bad-bar' : kind} ${running ? 'open' : ''}` }), bar, begin + length - own, own);
  return bar;
};

const place = (mark, parent, left, width) => {
  mark.style.left = `${Math.min(100, left * 100)}%`;
  if (width !== undefined) mark.style.width = `${Math.max(0, Math.min(1 - left, width)) * 100}%`;
  parent.append(mark);
};

const rowOf = (time, item, kind, name, head) => element('tr', { class: head ? 'group' : '' },
  element(head ? 'th' : 'td', { class: `name ${head ? '' : 'inner mono'}`, title: head ? '' : item.name, ...(head && { scope: 'row' }) },
    name, item.note && element('span', { class: 'note' }, item.note), (item.failure || item.error) && element('span', { class: 'mark', title: 'failed' }, '✕', element('span', { class: 'quiet' }, ' failed'))),
  element('td', null, barOf(time, item, kind)),
  element('td', { class: 'number' }, item.duration === undefined ? '…' : milliseconds(item.duration)),
  element('td', { class: 'number own' }, item.own === undefined ? '' : milliseconds(item.own)));

const groupOf = (time, hideQuick, group) => {
  const shown = group.items.filter((item) => !hideQuick || item.kind === 'phase' || item.error || item.failure || !(item.own < QUICK));
  const hidden = group.items.length - shown.length;
  const expanded = open.has(group.name) ? open.get(group.name) : true;
  const body = element('tbody');
  const toggle = element('button', { type: 'button', 'aria-expanded': String(expanded) }, group.name);
  const rows = shown.sort((a, b) => a.offset - b.offset || b.duration - a.duration).map((item) => rowOf(time, item, item.kind, item.name));
  if (hidden) rows.push(element('tr', null, element('td', { class: 'name inner rest', colSpan: 4 }, `and ${hidden} more that took less than ${QUICK} ms of their own`)));
  const show = (visible) => rows.forEach((row) => { row.hidden = !visible; });
  toggle.addEventListener('click', () => {
    const next = toggle.getAttribute('aria-expanded') !== 'true';
    open.set(group.name, next);
    toggle.setAttribute('aria-expanded', String(next));
    show(next);
  });
  show(expanded);
  body.append(rowOf(time, group.item, group.kind, rows.length ? toggle : group.name, true), ...rows);
  return body;
};

const groupsOf = ({ startup }, time) => {
  const serviceOf = (service, kind) => ({ ...service, kind, name: service.serviceId, note: service.shared ? 'shared' : '' });
  const root = startup.services.filter((service) => !service.pluginId).map((service) => serviceOf(service, 'root'));
  const phases = startup.phases.map((phase) => ({ ...phase, kind: 'phase' }));
  if (time.jvm) phases.unshift({ name: 'JVM and main', kind: 'phase', offset: -time.jvm, duration: time.jvm });
  const running = startup.state === 'starting';
  const groups = [
    { name: 'Start', kind: 'phase', item: { offset: -time.jvm, duration: running ? undefined : time.total }, items: phases },
    { name: 'Root services', kind: 'root', item: spanOf(root), items: root },
  ];
  const plugins = [...startup.plugins, ...startup.starting.filter((feature) => !feature.moduleId)];
  for (const plugin of plugins.sort((a, b) => a.offset - b.offset)) {
    const starting = startup.starting.filter((feature) => feature.moduleId && feature.pluginId === plugin.pluginId);
    const modules = [...(plugin.modules || []), ...starting].map((module) => ({ ...module, kind: 'module', name: module.moduleId, note: 'module' }));
    const services = startup.services.filter((service) => service.pluginId === plugin.pluginId).map((service) => serviceOf(service, 'service'));
    groups.push({ name: plugin.pluginId, kind: 'plugin', item: plugin, items: [...modules, ...services, ...initOf(plugin, [...modules, ...services])] });
  }
  return groups;
};

/* A plugin's init runs when all else of it is there. */
const initOf = (plugin, others) => {
  const begin = Math.max(plugin.offset, ...others.map((item) => item.offset + (item.duration || 0)));
  const duration = plugin.offset + plugin.duration - begin;
  return duration > 0 && !plugin.failure ? [{ kind: 'plugin', name: 'init and start-up hooks', offset: begin, duration }] : [];
};

const spanOf = (items) => {
  const begin = Math.min(...items.map((item) => item.offset));
  const own = items.reduce((sum, item) => sum + item.own, 0);
  return items.length ? { offset: begin, duration: own } : { offset: 0, duration: 0 };
};

const waterfall = (data, hideQuick, onToggle) => {
  const time = timelineOf(data);
  time.step = stepOf(time.total);
  const axis = element('div', { class: 'track', 'aria-hidden': 'true' });
  for (let at = 0; at < time.total * 0.97; at += time.step) place(element('span', { class: 'tick' }, at ? milliseconds(at).replace(/\.0+ /, ' ') : '0'), axis, at / time.total);
  const box = element('input', { type: 'checkbox', checked: hideQuick });
  box.addEventListener('change', () => onToggle(box.checked));
  const legend = element('div', { class: 'legend' }, [['root', 'root service'], ['plugin', 'plugin'], ['service', 'service of a plugin'], ['module', 'module'], ['root wait-key', 'waiting for its dependencies']]
    .map(([kind, text]) => element('span', null, element('i', { class: kind }), text)));
  const head = element('thead', null, element('tr', null, element('th', { scope: 'col' }, element('span', { class: 'quiet' }, 'What')),
    element('th', { scope: 'col' }, element('span', { class: 'quiet' }, 'When'), axis),
    element('th', { scope: 'col', class: 'number' }, 'time'), element('th', { scope: 'col', class: 'number' }, 'its own')));
  return section('timeline', 'Timeline', '', element('label', { class: 'tool' }, box, `hide services under ${QUICK} ms`), legend,
    element('div', { class: 'scroll' }, element('table', { class: 'waterfall' },
      element('caption', { class: 'quiet' }, 'When phases, services, plugins and modules started and how long they took'),
      head, groupsOf(data, time).map((group) => groupOf(time, hideQuick, group)))));
};
