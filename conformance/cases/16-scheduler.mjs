// What the tasks of a plugin answer: their list, and what can be done with one.
const tasks = '/api/probe/.backstage/scheduler/v1/tasks';
const task = (r, id) => r.json.tasks.find(t => t.taskId === id);
const list = (name, repeatUntil) => ({ name: `list: ${name}`, path: tasks, repeatUntil });
const post = (name, path, more = {}) => ({ name, method: 'POST', path: `${tasks}/${path}`, ...more });
const run = (id, after) => [post(`trigger ${id}`, `${id}/trigger`), list(`after ${id}`, r => after(task(r, id)))];
const slow = id => [
  post(`cancel idle ${id}`, `${id}/cancel`),
  ...run(id, t => t.taskState.status === 'running' && t.workerState.status === 'running'),
  post(`trigger running ${id}`, `${id}/trigger`),
  post(`cancel ${id}`, `${id}/cancel`),
  list(`after cancelling ${id}`, r => task(r, id).taskState.status === 'idle' && task(r, id).workerState.status === 'idle'),
];
const ended = t => t.taskState.lastRunEndedAt && t.workerState.status === 'idle';
export default [
  list('at first', r => r.json.tasks.length === 9 && task(r, 'local-slow').workerState.status === 'running' && ['by-hand', 'failing', 'slow', 'nightly'].every(id => task(r, id).workerState.status === 'idle')),
  { name: 'list, anonymous', path: tasks, auth: 'none' },
  { name: 'list with a token for another plugin', path: tasks, auth: 'restricted' },
  { name: 'list by POST', method: 'POST', path: tasks },
  { name: 'list with a slash', path: `${tasks}/`, bodyCompared: 'none' },
  { name: 'one task', path: `${tasks}/by-hand` },
  { name: 'trigger by GET', path: `${tasks}/by-hand/trigger` },
  post('trigger what is not there', 'none/trigger'),
  post('cancel what is not there', 'none/cancel'),
  post('trigger with a slash in the id', 'a%2Fb/trigger'),
  post('trigger, anonymous', 'by-hand/trigger', { auth: 'none' }),
  post('cancel, anonymous', 'by-hand/cancel', { auth: 'none' }),
  ...run('by-hand', ended),
  ...run('failing', ended),
  ...slow('slow'),
  ...run('local', ended),
  ...run('local-failing', ended),
  post('trigger running local-slow', 'local-slow/trigger'),
  post('cancel local-slow', 'local-slow/cancel'),
  list('after cancelling local-slow', r => task(r, 'local-slow').taskState.status === 'idle'),
  ...slow('local-slow'),
  post('cancel what waits for its first time', 'later/cancel'),
  post('cancel what waits for its first time here', 'local-later/cancel'),
];
