// The catalog, read: one case per way of asking.
const u = ['metadata.uid', 'metadata.etag'], a = ['*.metadata.uid', '*.metadata.etag'], i = ['items.*.metadata.uid', 'items.*.metadata.etag'];
const e = '/api/catalog/entities', q = `${e}/by-query`, f = '/api/catalog/entity-facets';
const kinds = { Component: 7, User: 3, Group: 5 };
export default [
  { name: 'everything is in', path: `${f}?facet=kind`, sort: ['facets.kind'], repeatUntil: r => Object.entries(kinds).every(([kind, count]) => r.json.facets.kind.find(k => k.value === kind)?.count === count) },
  { name: 'everything is related', path: `${e}/by-name/component/default/payment-gateway`, ignore: u, repeatUntil: r => r.json.relations?.length >= 9 },
  { name: 'teams are related', path: `${f}?facet=relations.hasMember&facet=relations.ownerOf&facet=relations.parentOf`, sort: ['facets.relations.hasMember', 'facets.relations.ownerOf', 'facets.relations.parentOf'], repeatUntil: r => r.json.facets['relations.ownerOf'].length > 0 },
  { name: 'all of it', path: e, ignore: a, sort: [''] },
  ...['component/default/ticket-desk', 'API/DEFAULT/SEATS', 'group/default/company', 'user/default/prompter', 'domain/default/checkout', 'component/other/beta-component', 'component/default/nobody']
    .map(ref => ({ name: `by name ${ref}`, path: `${e}/by-name/${ref}`, ignore: u })),
  { name: 'ancestry', path: `${e}/by-name/user/default/ada/ancestry`, ignore: ['items.*.entity.metadata.uid', 'items.*.entity.metadata.etag'], sort: ['items'] },
  { name: 'ancestry of nobody', path: `${e}/by-name/user/default/nobody/ancestry` },
  ...['kind=component,metadata.tags=java', 'kind=component&filter=kind=api', 'metadata.annotations.github.com/project-slug', 'relations.partof=system:default/box-office', 'metadata.labels.tier', 'spec.profile.displayname=ada l.',
    'spec.extra.nested.list=2.5', 'metadata.name=ADA,metadata.name=Grace', 'metadata.namespace=other', 'spec.lifecycle=production,spec.type=service,kind=component']
    .map(filter => ({ name: `filter ${filter}`, path: `${e}?filter=${filter}`, ignore: a, sort: [''] })),
  { name: 'page after page', path: `${q}?limit=4&orderField=metadata.name,desc`, ignore: i, save: { next: 'pageInfo.nextCursor' } },
  { name: 'the next page', path: `${q}?cursor={{next}}`, ignore: [...i, 'items.*.spec', 'items.*.metadata.annotations'], save: { prev: 'pageInfo.prevCursor' } },
  { name: 'the page before', path: `${q}?cursor={{prev}}&fields=metadata.name`, ignore: i },
  { name: 'text in the sort field', path: `${q}?fullTextFilterTerm=team&orderField=metadata.name,asc&fields=metadata.name` },
  { name: 'text in fields', path: `${q}?fullTextFilterTerm=SELLS&fullTextFilterFields=metadata.description,metadata.title&fields=metadata.name` },
  { name: 'text in a list that is sorted by', path: `${q}?fullTextFilterTerm=v&orderField=metadata.tags,desc&filter=metadata.tags=critical&fields=metadata.name,metadata.tags` },
  { name: 'text elsewhere, sorted by a list', path: `${q}?fullTextFilterTerm=a&fullTextFilterFields=metadata.name&orderField=metadata.tags&filter=metadata.tags=critical&fields=metadata.name,metadata.tags` },
  { name: 'facets of many', path: `${f}?facet=spec.type&facet=metadata.tags&facet=spec.owner&facet=metadata.namespace&facet=nothing` },
  { name: 'facets, filtered', path: `${f}?facet=spec.lifecycle&filter=kind=component&filter=kind=api` },
  { name: 'locations', path: '/api/catalog/locations', ignore: ['*.data.id'], sort: [''] },
];
