'use strict';
/* Everything on the page is made by this function; text becomes text, never markup. */
const element = (name, properties, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key === 'class') made.className = value;
    else if (key in made && typeof value !== 'string') made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
};
const tag = (text, kind) => element('span', { class: `tag ${kind || ''}` }, text);
const code = (text) => element('code', null, text);
const plural = (count, one, many) => `${count} ${count === 1 ? one : many || `${one}s`}`;
const section = (id, title, hint, tools, ...content) =>
  element('section', { id, 'aria-labelledby': `${id}-title` },
    element('div', { class: 'head' }, element('h2', { id: `${id}-title` }, title),
      hint && element('p', null, hint), tools && element('div', { class: 'tools' }, tools)),
    ...content);
const table = (caption, columns, rows, kind) =>
  element('div', { class: 'scroll' }, element('table', { class: kind || '' },
    element('caption', { class: 'quiet' }, caption),
    element('thead', { class: columns.quiet ? 'quiet' : '' }, element('tr', null, columns.map((column) => element('th', { scope: 'col' }, column)))),
    rows));
const milliseconds = (value) => {
  if (value >= 9999.5) return `${(value / 1000).toFixed(1)} s`;
  if (value >= 999.5) return `${(value / 1000).toFixed(2)} s`;
  return value >= 99.5 ? `${value.toFixed(0)} ms` : value >= 0.95 ? `${value.toFixed(1)} ms` : `${value.toFixed(2)} ms`;
};
