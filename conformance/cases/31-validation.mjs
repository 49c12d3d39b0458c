// What is said of entities of every kind, field by field.
const kinds = {
  Component: { type: 't', lifecycle: 'l', owner: 'o' }, API: { type: 'openapi', lifecycle: 'x', owner: 'o', definition: 'd' }, Resource: { type: 'db', owner: 'o' }, System: { owner: 'o' }, Domain: { owner: 'o' }, Group: { type: 'team', children: [] },
  User: { memberOf: [] }, Location: { type: 'url', target: 'http://127.0.0.1:9/x' },
};
const lists = ['providesApis', 'consumesApis', 'dependsOn', 'dependencyOf', 'children', 'members', 'memberOf', 'targets'];
const step = (name, entity, location = 'url:https://example.com/a.yaml') => ({ name, method: 'POST', path: '/api/catalog/validate-entity', body: { entity, location } });
const make = (kind, spec = kinds[kind], metadata = {}) => ({ apiVersion: 'backstage.io/v1alpha1', kind, metadata: { name: 'x', ...metadata }, spec });
const described = (metadata, label) => step(`metadata: ${label ?? JSON.stringify(metadata).slice(0, 80)}`, make('Component', kinds.Component, metadata));
const values = [null, 1, '', ' ', 'a:b:c', '::', [], {}, ['x'], [1], [''], ['a:b:c']];
const keys = ['a', 'A', 'a.b', 'a_b', '-a', 'a/b', 'a.b/c', '/a', 'a/', 'a/b/c', '', 'é', 'a b', 'x'.repeat(63), 'x'.repeat(64), `${'x'.repeat(253)}/a`, `${'x'.repeat(254)}/a`, 'a..b/c', 'a_b/c'];
const texts = ['a', 'A', '', ' ', 'a b', 'a:b', 'c++', 'c#', 'a--b', '-a', 'a-', 'a.b', 'a_b', 'x'.repeat(63), 'x'.repeat(64), 'é', 1, null, true];
const links = [{ url: 'https://a' }, { url: 'a' }, { url: '' }, { url: 1 }, {}, { title: 'x' }, { url: 'https://a', title: '' }, { url: 'https://a', title: ' ' }, { url: 'https://a', icon: 'a b' }, { url: 'https://a', icon: '' }, { url: 'https://a', type: 1 }, 'x', null, { url: 'mailto:a@b' }, { url: 'http://' }, { url: '//a' }];
export default [
  ...Object.entries(kinds).flatMap(([kind, spec]) => [
    step(`${kind}: good`, make(kind)), step(`${kind}: no spec`, make(kind, null)), step(`${kind}: empty spec`, make(kind, {})), step(`${kind}: other version`, { ...make(kind), apiVersion: 'backstage.io/v1beta1' }), step(`${kind}: unknown version`, { ...make(kind), apiVersion: 'backstage.io/v9' }),
    ...[...Object.keys(spec), ...lists, 'system', 'domain', 'subdomainOf', 'subcomponentOf', 'parent', 'profile', 'presence'].filter((f, i, all) => all.indexOf(f) === i)
      .flatMap(field => values.filter((_, i) => i % 3 === 0 || field in spec || lists.includes(field)).map(value => step(`${kind}: ${field} ${JSON.stringify(value)}`, make(kind, { ...spec, [field]: value })))),
  ]),
  ...['name', 'namespace'].flatMap(field => texts.map(value => described({ [field]: value }))),
  ...['title', 'description', 'uid', 'etag', 'labels', 'annotations', 'tags', 'links'].flatMap(field => values.map(value => described({ [field]: value }))),
  ...['labels', 'annotations'].flatMap(field => keys.map(key => described({ [field]: { [key]: 'v' } }, `${field} ${key.slice(0, 20)} ${key.length}`))),
  ...['', ' ', 'a b', 'é', 'x'.repeat(64), '-v', 1, null, {}].flatMap(value => [described({ labels: { a: value } }), described({ annotations: { a: value } })]),
  ...texts.map(tag => described({ tags: ['ok', tag] })), ...links.map(link => described({ links: [link] })),
  ...['a/b/c', '', 'A/B', '/v1', 'a/', 'a b/v1', 'v1', `${'x'.repeat(254)}/v1`, 1, null].map(apiVersion => step(`apiVersion ${JSON.stringify(apiVersion).slice(0, 30)}`, { ...make('Component'), apiVersion })),
  ...['component', 'Gadget', '', 'a-b', '1x', 'x'.repeat(64), 1, null].map(kind => step(`kind ${JSON.stringify(kind).slice(0, 30)}`, { ...make('Component'), kind })),
  ...['relations', 'status', 'extra', '$ref'].map(field => step(`root field ${field}`, { ...make('Component'), [field]: {} })),
  ...['url:', ':x', 'url', ' ', 'URL:https://x', 'http:https://x', 'a:b', 'url:url:x', 'url:not a url', ' url:https://x'].map(location => step(`location ${location}`, make('Component'), location)),
  ...[{ $text: './x' }, { $json: 'x' }, { $yaml: 1 }, { $foo: 'x' }, { $text: 'x', a: 1 }, { $text: '' }, { $text: null }, { $text: 'http://127.0.0.1:9/x' }, { $text: 'https://github.com/a/b/blob/main/x' }].map(description => described({ description })),
  step('location entity in a repository', make('Location', { target: './x.yaml' }), 'url:https://github.com/a/b/blob/main/catalog-info.yaml'),
  ...['annotations', 'labels', 'tags', 'links', 'zzz'].flatMap(field => ['1', '"x"', 'null', '{"a":1}', '[1]', 'true'].map(value => described({ [field]: JSON.parse(`{"__proto__":${value}}`) }))),
];
