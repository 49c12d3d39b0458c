// Records what Backstage's own readers of stores answer, for the tests of the URL readers. A local host plays the
// provider: it gives the answers of a case in turn, and the recording keeps what was asked and what came of it.
// Usage: REFERENCE_HOME=<where the reference is installed> node stores.cjs
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const app = path.join(process.env.REFERENCE_HOME, 'app');
const dist = path.join(app, 'node_modules/@backstage/backend-defaults/dist/entrypoints/urlReader/lib');
const load = (name, from = app) => require(require.resolve(name, { paths: [from] }));
const { ConfigReader } = load('@backstage/config');
const integration = load('@backstage/integration');
const { DefaultReadTreeResponseFactory } = require(path.join(dist, 'tree/ReadTreeResponseFactory.cjs.js'));
const s3 = require(path.join(dist, 'AwsS3UrlReader.cjs.js'));
const codeCommit = require(path.join(dist, 'AwsCodeCommitUrlReader.cjs.js'));
const blob = require(path.join(dist, 'AzureBlobStorageUrlReader.cjs.js'));
const gcs = require(path.join(dist, 'GoogleGcsUrlReader.cjs.js'));

const packages = path.join(__dirname, '../../packages');
const write = (module, pkg, name, value) =>
  fs.writeFileSync(path.join(packages, module, 'src/test/resources/dev/understudy', pkg, name), `${JSON.stringify(value, null, 1)}\n`);
for (const [module, pkg] of [['backend-defaults-aws', 'backend/defaults/aws'], ['backend-defaults-gcp', 'backend/defaults/gcp'],
  ['backend-defaults', 'backend/defaults/urlreader'], ['integration-aws-node', 'integration/aws/node']]) {
  fs.mkdirSync(path.join(packages, module, 'src/test/resources/dev/understudy', pkg), { recursive: true });
}

function outcome(call) {
  try {
    return { value: call() };
  } catch (e) {
    return { error: `${e}` };
  }
}

// ---- the host
let answers = [];
let requests = [];
const KEPT = ['if-none-match', 'if-modified-since', 'x-amz-target', 'range'];
const server = http.createServer((req, res) => {
  let body = '';
  req.on('data', chunk => { body += chunk; });
  req.on('end', () => {
    const headers = Object.fromEntries(KEPT.filter(name => req.headers[name]).map(name => [name, req.headers[name]]));
    requests.push({ url: req.url, headers, ...(body && { body: JSON.parse(body) }) });
    const answer = answers.shift() ?? { status: 599, body: 'no answer left' };
    res.writeHead(answer.status, answer.headers ?? {});
    res.end(answer.status === 304 ? undefined : answer.body ?? '');
  });
});

async function run(reader, { operation, url, options = {} }) {
  const given = { ...options };
  if (given.lastModifiedAfter) {
    given.lastModifiedAfter = new Date(given.lastModifiedAfter);
  }
  if (operation === 'readUrl') {
    const response = await reader.readUrl(url, given);
    return {
      content: (await response.buffer()).toString(),
      etag: response.etag ?? null,
      lastModifiedAt: response.lastModifiedAt?.toISOString() ?? null,
    };
  }
  if (operation === 'readTree') {
    const tree = await reader.readTree(url, given);
    const files = [];
    for (const file of await tree.files()) {
      files.push({ path: file.path, content: (await file.content()).toString(), lastModifiedAt: file.lastModifiedAt?.toISOString() ?? null });
    }
    return { etag: tree.etag, files };
  }
  const found = await reader.search(url, given);
  const files = [];
  for (const file of found.files) {
    files.push({ url: file.url, content: (await file.content()).toString() });
  }
  return { etag: found.etag, files };
}

async function record(reader, cases) {
  const host = `127.0.0.1:${server.address().port}`;
  const out = [];
  for (const one of cases) {
    answers = structuredClone(one.answers ?? []);
    requests = [];
    const real = { ...one, url: one.url.replace('{host}', host) };
    const result = await run(reader, real).then(value => ({ value }), e => ({ error: `${e}` }));
    const plain = JSON.parse(JSON.stringify({ ...one, requests, ...result }).replaceAll(host, '{host}'));
    out.push(plain);
  }
  return out;
}

const ok = (body, headers) => ({ status: 200, headers: { 'content-length': `${Buffer.byteLength(body)}`, ...headers }, body });
const date = 'Sun, 22 Nov 2026 10:00:00 GMT';

// ---- S3
const S3_URLS = [
  ['https://b.s3.amazonaws.com/a/b.yaml', {}], ['https://b.s3.eu-west-1.amazonaws.com/a/b.yaml', {}],
  ['https://b.s3-eu-west-1.amazonaws.com/a/b.yaml', {}], ['https://s3.eu-west-1.amazonaws.com/b/a/b.yaml', {}],
  ['https://s3.amazonaws.com/b/a', {}], ['https://s3.amazonaws.com/b', {}], ['https://s3.amazonaws.com/', {}],
  ['https://b.s3.cn-north-1.amazonaws.com.cn/a', { endpoint: 'https://amazonaws.com.cn' }],
  ['https://my.dotted.bucket.s3.eu-west-1.amazonaws.com/a', {}],
  ['https://b.s3.eu-west-1.amazonaws.com/b/a', { s3ForcePathStyle: true }],
  ['https://b.s3.eu-west-1.amazonaws.com/a%20b/%C3%A9.yaml?x=1#y', {}],
  ['https://b.s3.amazonaws.com/a%2Fb', {}], ['https://b.s3.amazonaws.com/%zz', {}],
  ['https://b.s3.amazonaws.com/a/../b', {}], ['https://b.s3.amazonaws.com/a/%2e%2e/b', {}], ['https://b.s3.amazonaws.com/a\\..\\b', {}],
  ['https://b.s3.amazonaws.com/a/..b', {}], ['https://b.s3.amazonaws.com?x=/../', {}], ['https://b.s3.amazonaws.com/a/%252e%252e/b', {}],
  ['https://ec2.amazonaws.com/b/a', {}], ['https://b.s3.evilamazonaws.com/a', {}], ['https://amazonaws.com/b/a', {}],
  ['https://b.bucket.vpce-1a2b-3c.s3.us-east-1.vpce.amazonaws.com/a/b', {}],
  ['https://b.bucket.vpce-1a2b-3c.s3.us-east-1.vpce.amazonaws.com/a/b', { s3ForcePathStyle: true }],
  ['https://store.example.com:9000/b/a/c', { endpoint: 'https://store.example.com:9000' }],
  ['https://store.example.com:9000/b', { endpoint: 'https://store.example.com:9000' }],
  ['https://b.store.example.com:9000/a/c', { endpoint: 'https://store.example.com:9000' }],
  ['https://b.store.example.com:9000/x/a/c', { endpoint: 'https://store.example.com:9000', s3ForcePathStyle: true }],
  ['nowhere', {}],
];
const s3Urls = S3_URLS.map(([url, config]) => {
  const read = integration.readAwsS3IntegrationConfig(new ConfigReader(config));
  return { url, config, ...outcome(() => s3.parseUrl(url, read)) };
});

const s3Error = (code, message) => `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>R</RequestId></Error>`;
const xml = { 'content-type': 'application/xml' };
const contents = (...keys) => keys.map(([key, size]) => `<Contents><Key>${key}</Key><LastModified>2026-11-22T10:00:00.000Z</LastModified><ETag>"e"</ETag><Size>${size}</Size></Contents>`).join('');
const listing = (body, next) => ok(`<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><IsTruncated>${Boolean(next)}</IsTruncated>${next ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''}${body}</ListBucketResult>`, xml);
const object = body => ok(body, { etag: '"tag"', 'last-modified': date, 'content-type': 'text/plain' });
const S3_CASES = [
  { operation: 'readUrl', url: 'http://{host}/b/a/x.yaml', answers: [object('kind: X')] },
  { operation: 'readUrl', url: 'http://{host}/b/a%20b/%C3%A9.yaml', answers: [ok('X')] },
  { operation: 'readUrl', url: 'http://{host}/b/x', options: { etag: '"tag"', lastModifiedAfter: '2026-11-01T08:00:00.000Z' }, answers: [object('X')] },
  { operation: 'readUrl', url: 'http://{host}/b/x', options: { etag: '"tag"' }, answers: [{ status: 304 }] },
  { operation: 'readUrl', url: 'http://{host}/b/x', answers: [{ status: 404, headers: xml, body: s3Error('NoSuchKey', 'The specified key does not exist.') }] },
  { operation: 'readUrl', url: 'http://{host}/b/x', answers: [{ status: 404, headers: xml, body: s3Error('NoSuchBucket', 'The specified bucket does not exist') }] },
  { operation: 'readUrl', url: 'http://{host}/b/x', answers: [{ status: 403, headers: xml, body: s3Error('AccessDenied', 'Access Denied') }] },
  { operation: 'readUrl', url: 'http://{host}/b', answers: [] },
  { operation: 'readUrl', url: 'http://{host}/b/../x', answers: [] },
  { operation: 'readTree', url: 'http://{host}/b/docs/', answers: [
    listing(contents(['docs/a.md', 1], ['docs/sub/b.md', 2]), 'next'), listing(contents(['docs/c.md', 1])), object('A'), object('BB'), object('C')] },
  { operation: 'readTree', url: 'http://{host}/b/', answers: [listing(contents(['a.md', 1], ['x/../evil', 1], ['x/%2e%2e/evil', 1])), object('A')] },
  { operation: 'readTree', url: 'http://{host}/b/docs', answers: [listing('')] },
  { operation: 'readTree', url: 'http://{host}/b/docs', answers: [{ status: 403, headers: xml, body: s3Error('AccessDenied', 'Access Denied') }] },
  { operation: 'readTree', url: 'http://{host}/b/docs', answers: [listing(contents(['docs/a', 1])), { status: 404, headers: xml, body: s3Error('NoSuchKey', 'The specified key does not exist.') }] },
  { operation: 'search', url: 'http://{host}/b/x.yaml', answers: [object('X')] },
  { operation: 'search', url: 'http://{host}/b/*.yaml', answers: [] },
  { operation: 'search', url: 'http://{host}/b/x.yaml', answers: [{ status: 404, headers: xml, body: s3Error('NoSuchKey', 'The specified key does not exist.') }] },
];

// ---- CodeCommit
const CC = 'https://eu-west-1.console.aws.amazon.com';
const REPO = `${CC}/codesuite/codecommit/repositories/r`;
const CC_URLS = [`${REPO}/browse/refs/heads/main/--/a/b.yaml`, `${REPO}/browse/refs/heads/main/--/a/b.yaml?region=eu-west-1`,
  `${REPO}/browse/--/b.yaml`, `${REPO}/browse/main/--/`, `${REPO}/browse`, `${REPO}/browse/refs/heads/main`, REPO, `${REPO}/`,
  `${REPO}/files/edit/refs/heads/main/--/a.yaml`, `${REPO}/browse/main/--/x/--/y`, `${REPO}/browse/main/b.yaml`,
  'https://console.aws.amazon.com/codesuite/codecommit/repositories/r/browse/main/--/a', `${CC}/other`, `${CC}/other/browse/x`,
  'https://example.com/codesuite/codecommit/repositories/r/browse/main/--/a', 'nowhere',
  `${CC}/codesuite/codecommit/repositories/a/b/browse/main/--/c`, `${REPO}/browse/a%20b/--/c%20d`];
const ccUrls = CC_URLS.flatMap(url => [true, false].map(file => ({ url, file, ...outcome(() => codeCommit.parseUrl(url, file)) })));
const json = { 'content-type': 'application/x-amz-json-1.1' };
const ccFile = (text, commitId = 'c1') => ok(JSON.stringify({ commitId, blobId: 'b', filePath: 'f', fileMode: 'NORMAL', fileSize: text.length, fileContent: Buffer.from(text).toString('base64') }), json);
const ccFolder = (files, folders, commitId = 'c1') => ok(JSON.stringify({ commitId, folderPath: '/', files: files.map(f => ({ absolutePath: f, relativePath: f, blobId: 'b', fileMode: 'NORMAL' })), subFolders: folders.map(f => ({ absolutePath: f, relativePath: f, treeId: 't' })) }), json);
const ccError = (type, message) => ({ status: 400, headers: json, body: JSON.stringify({ __type: type, message }) });
const CC_CASES = [
  { operation: 'readUrl', url: `${REPO}/browse/refs/heads/main/--/a/x.yaml`, answers: [ccFile('kind: X')] },
  { operation: 'readUrl', url: `${REPO}/browse/--/x.yaml`, options: { etag: 'c1' }, answers: [ccFile('X')] },
  { operation: 'readUrl', url: `${REPO}/browse/--/x.yaml`, options: { etag: 'c0' }, answers: [ccFile('X')] },
  { operation: 'readUrl', url: `${REPO}/browse/--/x.yaml`, answers: [ccError('FileDoesNotExistException', 'Could not find path x.yaml')] },
  { operation: 'readUrl', url: `${REPO}/browse/--/x.yaml`, answers: [ccError('com.amazonaws.codecommit#RepositoryDoesNotExistException', 'r does not exist')] },
  { operation: 'readUrl', url: `${REPO}/x`, answers: [] },
  { operation: 'readUrl', url: `${REPO}/files/edit/x`, answers: [] },
  { operation: 'readTree', url: `${REPO}/browse/main/--/docs`, answers: [ccFolder(['docs/a.md'], ['docs/sub']), ccFolder(['docs/sub/b.md'], []), ccFile('A'), ccFile('B')] },
  { operation: 'readTree', url: REPO, answers: [ccFolder(['a.md', 'x/../evil'], []), ccFile('A')] },
  { operation: 'readTree', url: REPO, options: { etag: 'c1' }, answers: [ccFolder(['a.md'], [])] },
  { operation: 'readTree', url: REPO, answers: [ccError('FolderDoesNotExistException', 'no folder')] },
  { operation: 'search', url: `${REPO}/browse/--/x.yaml`, answers: [ccFile('X')] },
  { operation: 'search', url: `${REPO}/browse/--/*.yaml`, answers: [] },
  { operation: 'search', url: `${REPO}/x`, answers: [] },
];

// ---- Azure Blob Storage
const BLOB_URLS = ['https://acc.blob.core.windows.net/c/a/b.yaml', 'https://acc.blob.core.windows.net/c', 'https://acc.blob.core.windows.net/',
  'https://acc.blob.core.windows.net/c//a%20b/%C3%A9', 'https://acc.blob.core.windows.net/c/../d', 'https://acc.blob.core.windows.net/c/%2E%2e/d',
  'https://acc.blob.core.windows.net/c/%zz', 'https://acc.blob.core.windows.net/c/a%2Fb', 'nowhere', 'https://acc.blob.core.windows.net/c/a?sv=1'];
const blobUrls = BLOB_URLS.map(url => ({ url, ...outcome(() => blob.parseUrl(url)) }));
const blobError = (code, message) => `\uFEFF<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}\nRequestId:1\nTime:2026</Message></Error>`;
const blobFailed = (status, code, message) => ({ status, headers: { ...xml, 'x-ms-error-code': code }, body: blobError(code, message) });
const blobItem = (name, size) => `<Blob><Name>${name}</Name><Properties><Last-Modified>${date}</Last-Modified><Etag>0x1</Etag><Content-Length>${size}</Content-Length><BlobType>BlockBlob</BlobType></Properties></Blob>`;
const blobs = (items, next = '') => ok(`\uFEFF<?xml version="1.0" encoding="utf-8"?><EnumerationResults ServiceEndpoint="https://acc.blob.core.windows.net/" ContainerName="c"><Blobs>${items.join('')}</Blobs><NextMarker>${next}</NextMarker></EnumerationResults>`, xml);
const BLOB_CASES = [
  { operation: 'readUrl', url: 'https://acc.blob.core.windows.net/c/a/x.yaml', answers: [object('kind: X')] },
  { operation: 'readUrl', url: 'https://acc.blob.core.windows.net/c/a%20b/%C3%A9.yaml', answers: [object('X')] },
  { operation: 'readUrl', url: 'https://acc.blob.core.windows.net/c/x', options: { etag: '"tag"', lastModifiedAfter: '2026-11-01T08:00:00.000Z' }, answers: [object('X')] },
  { operation: 'readUrl', url: 'https://acc.blob.core.windows.net/c/x', options: { etag: '"tag"' }, answers: [{ status: 304 }] },
  { operation: 'readUrl', url: 'https://acc.blob.core.windows.net/c/x', answers: [blobFailed(404, 'BlobNotFound', 'The specified blob does not exist.')] },
  { operation: 'readUrl', url: 'https://acc.blob.core.windows.net/c/x', answers: [blobFailed(403, 'AuthorizationFailure', 'This request is not authorized to perform this operation.')] },
  { operation: 'readUrl', url: 'https://acc.blob.core.windows.net/', answers: [] },
  { operation: 'readTree', url: 'https://acc.blob.core.windows.net/c/docs/', answers: [
    blobs([blobItem('docs/a.md', 1), blobItem('docs/../evil', 1)], 'next'), object('A'), blobs([blobItem('docs/sub/b.md', 2)]), object('BB')] },
  { operation: 'readTree', url: 'https://acc.blob.core.windows.net/c/docs', answers: [blobs([])] },
  { operation: 'readTree', url: 'https://acc.blob.core.windows.net/c/docs', answers: [blobFailed(404, 'ContainerNotFound', 'The specified container does not exist.')] },
  { operation: 'search', url: 'https://acc.blob.core.windows.net/c/x.yaml', answers: [object('X')] },
  { operation: 'search', url: 'https://acc.blob.core.windows.net/c/*.yaml', answers: [] },
  { operation: 'search', url: 'https://acc.blob.core.windows.net/c/x.yaml', answers: [blobFailed(404, 'BlobNotFound', 'The specified blob does not exist.')] },
];

// ---- Google Cloud Storage
const STORE = 'https://storage.cloud.google.com';
const gcsItem = (name, size) => ({ kind: 'storage#object', bucket: 'b', name, size: `${size}`, updated: '2026-11-22T10:00:00.000Z', generation: '1' });
const gcsList = (items, nextPageToken) => ok(JSON.stringify({ kind: 'storage#objects', items, nextPageToken }), { 'content-type': 'application/json' });
const GCS_CASES = [
  { operation: 'readUrl', url: `${STORE}/b/a/x.yaml`, answers: [ok('kind: X', { etag: 'CI', 'last-modified': date })] },
  { operation: 'readUrl', url: `${STORE}/b/a%20b`, answers: [ok('X')] },
  { operation: 'readUrl', url: `${STORE}/b/x`, answers: [{ status: 404, body: 'No such object: b/x' }] },
  { operation: 'readUrl', url: `${STORE}/b/x`, answers: [{ status: 403, body: 'who does not have storage.objects.get access' }] },
  { operation: 'readTree', url: `${STORE}/b/docs/`, answers: [
    gcsList([gcsItem('docs/a.md', 1), gcsItem('docs/../evil', 1)], 'next'), gcsList([gcsItem('docs/sub/b.md', 2)]), ok('A'), ok('BB')] },
  { operation: 'readTree', url: `${STORE}/b/docs`, answers: [gcsList(undefined)] },
  { operation: 'readTree', url: `${STORE}/b/docs/*`, answers: [] },
  { operation: 'readTree', url: `${STORE}/b/docs`, answers: [{ status: 404, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ error: { code: 404, message: 'The specified bucket does not exist.', errors: [{ message: 'The specified bucket does not exist.', domain: 'global', reason: 'notFound' }] } }) }] },
  { operation: 'search', url: `${STORE}/b/x.yaml`, answers: [ok('X')] },
  { operation: 'search', url: `${STORE}/b/docs/*`, answers: [gcsList([gcsItem('docs/a.yaml', 1), gcsItem('docs/b.yaml', 1)]), ok('A'), ok('B')] },
  { operation: 'search', url: `${STORE}/b/docs/*.yaml`, answers: [] },
  { operation: 'search', url: `${STORE}/b/do*s/*`, answers: [] },
];

// ---- accounts of AWS
const AWS_CONFIGS = [
  {}, { mainAccount: {} }, { mainAccount: { accessKeyId: 'a' } }, { mainAccount: { secretAccessKey: 's' } },
  { mainAccount: { accessKeyId: 'a', secretAccessKey: 's', profile: 'p' } }, { mainAccount: { profile: 'p', region: 'r' } },
  { accountDefaults: { roleName: 'r', externalId: 'x' } }, { accountDefaults: { externalId: 'x' } }, { accountDefaults: { region: 'x' } },
  { accountDefaults: { partition: 'x' } }, { accountDefaults: { webIdentityTokenFile: 'x' } },
  { accountDefaults: { roleName: 'r', webIdentityTokenFile: 'f', externalId: 'x' } },
  { accounts: [{}] }, { accounts: [{ accountId: '1' }] }, { accounts: [{ accountId: '1', accessKeyId: 'a' }] },
  { accounts: [{ accountId: '1', secretAccessKey: 's' }] }, { accounts: [{ accountId: '1', accessKeyId: 'a', secretAccessKey: 's', profile: 'p' }] },
  { accounts: [{ accountId: '1', profile: 'p', roleName: 'r' }] }, { accounts: [{ accountId: '1', externalId: 'x' }] },
  { accounts: [{ accountId: '1', region: 'x' }] }, { accounts: [{ accountId: '1', partition: 'x' }] },
  { accounts: [{ accountId: '1', accessKeyId: 'a', secretAccessKey: 's', roleName: 'r', webIdentityTokenFile: 'f' }] },
  { accounts: [{ accountId: '1', profile: 'p', webIdentityTokenFile: 'f' }] }, { accounts: [{ accountId: '1', webIdentityTokenFile: 'f' }] },
  { accounts: [{ accountId: '1', roleName: 'r', webIdentityTokenFile: 'f', externalId: 'x' }] },
  { accounts: [{ accountId: 1 }] },
];

async function main() {
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${server.address().port}`;
  Object.assign(process.env, { AWS_ENDPOINT_URL_CODECOMMIT: base, STORAGE_EMULATOR_HOST: base });
  const logger = { info() {} };
  const reader = (factory, integrations) => {
    const config = new ConfigReader({ integrations });
    return factory({ config, logger, treeResponseFactory: DefaultReadTreeResponseFactory.create({ config }) })[0].reader;
  };
  const key = { accessKeyId: 'a', secretAccessKey: 's' };

  const s3Cases = await record(reader(s3.AwsS3UrlReader.factory, { awsS3: [{ endpoint: base, s3ForcePathStyle: true, ...key }] }), S3_CASES);
  const ccCases = await record(reader(codeCommit.AwsCodeCommitUrlReader.factory, { awsCodeCommit: [{ region: 'eu-west-1', ...key }] }), CC_CASES);
  write('backend-defaults-aws', 'backend/defaults/aws', 's3.json', { urls: s3Urls, cases: s3Cases });
  write('backend-defaults-aws', 'backend/defaults/aws', 'code-commit.json', { urls: ccUrls, cases: ccCases });

  const { ContainerClient, StorageSharedKeyCredential } = load('@azure/storage-blob', path.join(app, 'node_modules/@backstage/backend-defaults'));
  const config = new ConfigReader({ integrations: { azureBlobStorage: [{ accountName: 'acc', accountKey: 'a2V5' }] } });
  const blobReader = new blob.AzureBlobStorageUrlReader(undefined, integration.ScmIntegrations.fromConfig(config).azureBlobStorage.list()[0], {
    treeResponseFactory: DefaultReadTreeResponseFactory.create({ config }),
    createContainerClient: async name => new ContainerClient(`${base}/${name}`, new StorageSharedKeyCredential('acc', 'a2V5'), { retryOptions: { maxTries: 1 } }),
  });
  write('backend-defaults', 'backend/defaults/urlreader', 'azure-blobs.json', { urls: blobUrls, cases: await record(blobReader, BLOB_CASES) });

  write('backend-defaults-gcp', 'backend/defaults/gcp', 'gcs.json', { cases: await record(reader(gcs.GoogleGcsUrlReader.factory, { googleGcs: {} }), GCS_CASES) });

  const { readAwsIntegrationConfig } = require(path.join(app, 'node_modules/@backstage/integration-aws-node/dist/config.cjs.js'));
  write('integration-aws-node', 'integration/aws/node', 'configs.json',
    AWS_CONFIGS.map(aws => ({ config: { aws }, ...outcome(() => { readAwsIntegrationConfig(new ConfigReader({ aws }).getConfig('aws')); return 'ok'; }) })));
  server.close();
  process.exit(0);
}
main().catch(e => { console.error(e); process.exit(1); });
