/* Fetches what there is to tell, again and again while the backend starts, and puts the sections together. */
const content = document.getElementById('content');
const address = `${location.pathname.replace(/\/+$/, '')}/startup`;
let authorization = {};
let hideQuick = true;

const heroOf = (data, failures) => {
  const { startup, process } = data;
  const time = timelineOf(data);
  const failed = startup.plugins.filter((plugin) => plugin.failure).length;
  const state = failures.length && startup.state === 'started' ? ['failed', 'Started, but not everything did'] : { started: ['started', 'Started'], starting: ['starting', 'Starting'], failed: ['failed', 'Did not start'] }[startup.state];
  const title = { started: 'Ready in', starting: 'Starting for', failed: 'Gave up after' }[startup.state];
  const lead = [time.jvm && `${milliseconds(time.jvm)} for the JVM, ${milliseconds(time.backend)} for the backend`, new Date(startup.beginAt).toLocaleString(), `process ${process.pid}`, `Java ${process.java.split('+')[0]}`, process.environment].filter(Boolean).join(' · ');
  const numbers = [[startup.plugins.length + startup.starting.filter((feature) => !feature.moduleId).length, 'plugin'], failed && [failed, 'failed', 'bad'],
    [startup.services.filter((service) => !service.shared).length, 'service'], [data.routes.reduce((sum, plugin) => sum + plugin.routes.length, 0), 'route'],
    [data.tasks.reduce((sum, plugin) => sum + plugin.tasks.length, 0), 'task']].filter(Boolean);
  return element('div', { class: 'hero' },
    element('div', null, element('span', { class: `state ${state[0]}` }, state[1]), element('h1', null, `${title} ${milliseconds(time.total)}`), element('p', { class: 'lead' }, lead)),
    element('ul', null, numbers.map(([count, name, kind]) => element('li', { class: kind || '' }, element('b', null, String(count)), name === 'failed' ? name : plural(count, name).replace(/^\d+ /, '')))));
};

const show = (data) => {
  const failures = failuresOf(data);
  const toggle = (value) => { hideQuick = value; document.getElementById('timeline').replaceWith(waterfall(data, hideQuick, toggle)); };
  const sections = [failureSection(failures), waterfall(data, hideQuick, toggle), configSection(data), routesSection(data), tasksSection(data)].filter(Boolean);
  document.getElementById('sections').replaceChildren(...sections.map((made) => element('a', { href: `#${made.id}` }, made.querySelector('h2').textContent)));
  content.replaceChildren(heroOf(data, failures), ...sections);
  content.setAttribute('aria-busy', String(data.startup.state === 'starting'));
};

const askForToken = (message) => {
  const token = element('input', { type: 'password', autocomplete: 'off', 'aria-label': 'Token', placeholder: 'Token', required: true });
  const form = element('form', null, token, element('button', { class: 'main' }, 'Show'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    authorization = { Authorization: `Bearer ${token.value}` };
    load();
  });
  content.replaceChildren(section('token', 'A token, please', '', null,
    element('p', null, 'From another machine this page needs a token of ', code('backend.auth.externalAccess'), '. It stays on this page and is forgotten with it.'),
    element('p', { class: 'hint', role: 'status' }, message), form));
  token.focus();
};

const load = async () => {
  try {
    const response = await fetch(address, { headers: authorization, cache: 'no-store', credentials: 'omit' });
    if (response.status === 401 || response.status === 403) {
      const refusal = await response.json();
      askForToken(authorization.Authorization ? refusal.error.message : '');
      return;
    }
    if (!response.ok) throw new Error(`The backend answered ${response.status}`);
    const data = await response.json();
    show(data);
    if (data.startup.state === 'starting') setTimeout(load, 700);
  } catch (failure) {
    content.setAttribute('aria-busy', 'false');
    content.replaceChildren(section('unreachable', 'The backend can not be read', '', null, element('p', null, failure.message)));
  }
};

document.getElementById('raw').href = address;
load();
