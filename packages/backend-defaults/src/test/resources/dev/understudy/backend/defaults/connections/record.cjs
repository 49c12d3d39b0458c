// Records what Backstage makes of configurations and queries: node record.cjs <node_modules with Backstage> > recorded.jsonl
'use strict';

const { createRequire } = require('node:module');
const path = require('node:path');

const modules = path.resolve(process.argv[2]);
const packageOf = name => path.join(modules, '@backstage', name);
const { ConfigReader } = createRequire(path.join(packageOf('config'), 'package.json'))(packageOf('config'));
const { buildConnectionsFromConfig } = require(path.join(packageOf('connections'), 'dist/config.cjs.js'));
const { DefaultConnectionsService } = require(
  path.join(packageOf('backend-app-api'), 'dist/connections-node/src/DefaultConnectionsService.cjs.js'),
);

function recorder() {
  const log = [];
  const at = level => message => log.push(`${level} ${message}`);
  return { log, logger: { debug: at('debug'), info: at('info'), warn: at('warn') } };
}

const print = value => process.stdout.write(`${JSON.stringify(value)}\n`);
const failure = error => ({ name: error.name, message: error.message });

function read(config) {
  const { log, logger } = recorder();
  try {
    print({ config, connections: buildConnectionsFromConfig({ config: new ConfigReader(config), logger }), log });
  } catch (error) {
    print({ config, error: failure(error), log });
  }
}

async function find(config, plugin, ...questions) {
  const silent = recorder().logger;
  const service = DefaultConnectionsService.create({ logger: silent, config: new ConfigReader(config) });
  for (const question of questions) {
    const { log, logger } = recorder();
    try {
      const found = await service.forPlugin(plugin, { logger }).find(question);
      print({ config, plugin, question, found, log });
    } catch (error) {
      print({ config, plugin, question, error: failure(error), log });
    }
  }
}

const connections = (...list) => read({ connections: list });
const none = [{ method: 'none' }];
const github = (...auth) => ({ type: 'github', host: 'h', auth });
const aws = (...auth) => ({ type: 'aws', auth: auth.map(entry => ({ method: 'account', ...entry })) });
const app = (id, orgs) => ({
  method: 'app', appId: id, privateKey: 'p', clientId: 'c', clientSecret: 's', ...(orgs && { orgs }),
});

const methods = {
  'aws-codecommit': [{ region: 'r' }, { accessKeyId: 'a', secretAccessKey: 's' }, { roleArn: 'r', externalId: 'e' }],
  'aws-s3': [{ endpoint: 'e', s3ForcePathStyle: true }, {}, { accessKeyId: 'a', secretAccessKey: 's' }, { roleArn: 'r' }],
  azure: [
    {}, {}, { personalAccessToken: 'p', orgs: ['o'] }, { clientId: 'c', clientSecret: 's', tenantId: 't' },
    { clientId: 'c', managedIdentityClientId: 'm' },
  ],
  'azure-blob-storage': [
    { accountName: 'a', endpoint: 'e', endpointSuffix: 's' }, {}, { accountKey: 'k' }, { sasToken: 's' },
    { connectionString: 'c' }, { clientId: 'c', tenantId: 't', clientSecret: 's' },
  ],
  'bitbucket-cloud': [
    {}, {}, { username: 'u', token: 't' }, { username: 'u', appPassword: 'p' }, { clientId: 'c', clientSecret: 's' },
  ],
  'bitbucket-server': [{ apiBaseUrl: 'a' }, {}, { token: 't' }, { username: 'u', password: 'p' }],
  gerrit: [{ baseUrl: 'b', gitilesBaseUrl: 'g', cloneUrl: 'c' }, {}, { username: 'u', password: 'p' }],
  gitea: [{ baseUrl: 'b' }, {}, { username: 'u', password: 'p' }],
  github: [{ apiBaseUrl: 'a', rawBaseUrl: 'r' }, {}, { token: 't' }, app(1, ['o'])],
  gitlab: [{ apiBaseUrl: 'a', baseUrl: 'b' }, {}, { token: 't' }],
  'google-gcs': [{}, {}, { clientEmail: 'e', privateKey: 'p' }],
  harness: [{}, { token: 't', apiKey: 'k' }],
};
const names = {
  'aws-codecommit': ['accessKey', 'assumeRole'],
  'aws-s3': ['none', 'accessKey', 'assumeRole'],
  azure: ['none', 'pat', 'clientCredentials', 'managedIdentity'],
  'azure-blob-storage': ['none', 'accountKey', 'sasToken', 'connectionString', 'aadCredential'],
  'bitbucket-cloud': ['none', 'token', 'appPassword', 'oauth'],
  'bitbucket-server': ['none', 'token', 'basic'],
  gerrit: ['none', 'basic'],
  gitea: ['none', 'basic'],
  github: ['none', 'token', 'app'],
  gitlab: ['none', 'token'],
  'google-gcs': ['none', 'serviceAccount'],
  harness: ['token'],
};

function types() {
  for (const [type, [fields, ...auth]] of Object.entries(methods)) {
    const entries = auth.map((entry, index) => ({ method: names[type][index], ...entry }));
    connections({ type, host: 'h', ...fields, auth: entries });
    for (const method of names[type]) {
      connections({ type, auth: [{ method }] }); // whatever is required is missing
      if (method !== 'none') connections({ type, host: 'h', ...fields, auth: [{ method }] });
    }
    connections({ type, host: 'h', ...fields, bogus: 1, auth: [{ method: 'bogus' }] });
    connections({ type, host: 'h', ...fields, bogus: 1, auth: entries });
  }
}

function mistakes() {
  connections({ type: 'github', host: 5, apiBaseUrl: true, x: 1, y: 2, auth: none });
  connections({ type: 'github', host: null, auth: none }, github({ method: 'none' }));
  connections({ type: 'github', host: ['a'], rawBaseUrl: {}, auth: none });
  connections(github({ method: 'token', token: 't', bogus: 1 }));
  connections(github({ ...app(true), orgs: ['a', 1] }));
  connections(github({ ...app([]), privateKey: null, clientId: {}, clientSecret: [1], orgs: {}, publicAccess: 'x' }));
  connections(github({}), github({ method: 5 }));
  connections(github({ method: 'pat' }));
  connections(github());
  connections({ type: 'github', host: 'h', auth: 'x' });
  connections({ type: 'github', host: 'h', auth: {} });
  connections({ host: 'h' });
  connections({ type: 'nope' });
  connections({ type: 5 });
  connections({ type: '' });
  read({ connections: {} });
  read({ connections: 'x' });
  read({ connections: [] });
  read({});
  connections(github(...none), github(...none));
  connections(aws({ mainAccount: true }), aws({ mainAccount: true }));
}

function accounts() {
  const connection = { partition: 'p', region: 'r', externalId: 'e', webIdentityTokenFile: 'w' };
  connections({ ...aws({ accountId: '1' }), ...connection });
  connections({ ...aws({ accountId: '1' }), bad: 1, partition: 'p' });
  connections({ ...aws({ accountId: '1' }), partition: 5, region: 'r' });
  connections({ ...aws({ accountId: '1' }, { mainAccount: true, region: 'r' }), roleName: 'r', region: 'r' });
  connections(aws({}));
  connections(aws({ accountId: '', mainAccount: false }));
  connections(aws({ mainAccount: true, roleName: 'r', accessKeyId: 'x', profile: 'p', ...connection }));
  connections(aws({ accountId: '1', ...connection }));
  connections(aws({ accountId: '1', secretAccessKey: 's' }));
  connections(aws({ accountId: '1' }, { accountId: '1' }));
  connections(aws({ mainAccount: true }, { mainAccount: true }));
  connections({ ...aws({ accountId: '1' }), roleName: 'r' });
}

function titles() {
  connections(github({ method: 'none', title: '' }), { ...github(...none), host: 'g' }, { ...github(...none), type: 'gitlab' });
  connections({ ...github({ method: 'none', title: 'Nobody' }), title: 'Ours' }, { ...github(...none), host: 'g', title: '' });
}

function legacy() {
  const integrations = value => read({ integrations: value });
  const full = { appId: 1, privateKey: 'p', clientId: 'c', clientSecret: 's', webhookSecret: 'w' };
  integrations({
    github: [
      { token: 'a' }, { host: 'github.com', token: 'b' },
      { host: 'ghe', apiBaseUrl: 'a', rawBaseUrl: 'r', apps: [{ ...full, allowedInstallationOwners: ['O'], publicAccess: true }] },
    ],
  });
  read({ integrations: { github: [{}, { host: 'x' }] }, connections: [github(...none)] });
  integrations({ github: [{ host: 5 }] });
  integrations({ github: [{ apps: [{}] }] });
  integrations({ github: {} });
  integrations({ gitlab: [{}] });
  integrations({ gitlab: [{ host: 'g', baseUrl: 'b', apiBaseUrl: 'a', token: 't' }] });
  integrations({ awsCodeCommit: [{ region: 'r' }] });
  integrations({ awsCodeCommit: [{}] });
  integrations({ awsCodeCommit: [{ region: 'r', roleArn: 'a', externalId: 'e', accessKeyId: 'k', secretAccessKey: 's' }] });
  integrations({ awsS3: [{ endpoint: 'nope' }] });
  integrations({ awsS3: [{ endpoint: 'https://S3.x:443/a', s3ForcePathStyle: true }, { accessKeyId: 'k', secretAccessKey: 's' }] });
  integrations({
    azureBlobStorage: [
      {
        accountName: 'n', endpointSuffix: 'es', accountKey: 'k', sasToken: 's', connectionString: 'c',
        aadCredential: { clientId: 'c', tenantId: 't', clientSecret: 's' },
      },
      { endpoint: 'http://a:80' }, { host: 'b' },
    ],
  });
  integrations({ azureBlobStorage: [{ endpoint: '::' }] });
  integrations({ azureBlobStorage: [{ aadCredential: { clientId: 'c' } }] });
  integrations({
    azure: [
      {
        credentials: [
          { organizations: ['o'], personalAccessToken: 'p' }, { clientId: 'c', clientSecret: 's', tenantId: 't' },
          { clientId: 'c', tenantId: 't', managedIdentityClientId: 'm' }, { organizations: ['z'] },
        ],
      },
      { host: 'ado', token: 'x' },
    ],
  });
  integrations({ azure: [{ credentials: [{ clientSecret: 's' }] }] });
  integrations({
    bitbucketCloud: [{ username: 'u', token: 't', appPassword: 'a', clientId: 'c', clientSecret: 's' }],
    bitbucketServer: [{ host: 'b', apiBaseUrl: 'a', token: 't', username: 'u', password: 'p' }],
    gerrit: [{ host: 'g', baseUrl: 'b', gitilesBaseUrl: 'gb', cloneUrl: 'c', username: 'u', password: 'p' }],
    gitea: [{ host: 'g', baseUrl: 'b', username: 'u' }],
    googleGcs: { clientEmail: 'e', privateKey: 'a\\nb' },
    harness: [{ host: 'h' }, { host: 'h', token: 't', apiKey: 'k' }],
  });
  integrations({ bitbucketCloud: [{ token: 't' }], googleGcs: { clientEmail: 'e' }, gerrit: [{ host: 'g' }] });
  read({
    aws: {
      accounts: [
        { accountId: '1', accessKeyId: 'k', secretAccessKey: 's' }, { accountId: '1' },
        { accountId: '2', roleName: 'r', partition: 'p', region: 'r', externalId: 'e' },
      ],
      mainAccount: { region: 'eu' },
      accountDefaults: { roleName: 'x', partition: 'p', region: 'r', externalId: 'e' },
    },
  });
  read({ aws: {} });
  read({ aws: { accounts: [{}] } });
}

async function lookups() {
  const ask = (type, url, authMethods) => ({ type, query: { url }, ...(authMethods && { authMethods }) });
  const all = ['none', 'token', 'app', 'account'];
  const matched = {
    connections: [
      { ...github({ method: 'token', token: 'all' }, { method: 'none', title: 'Mine', match: { plugins: ['catalog'] } }) },
      { ...github({ method: 'none', match: { plugins: ['search'] } }), type: 'gitlab' },
      { ...github(...none), type: 'gitea', match: { plugins: ['search'] } },
    ],
  };
  await find(
    matched, 'catalog', ask('github', 'https://H:443/o/r'), ask('github', 'https://h/o', all),
    ask('github', 'https://h/o', ['app']), ask('github', 'https://other/o', all), ask('github', 'nope', all),
    ask('gitlab', 'https://h/o'), ask('gitlab', 'https://h/o', all), ask('gitea', 'https://h/o'), ask('aws', 'x', all),
  );
  await find(matched, 'search', ask('gitlab', 'https://h/o', all), ask('gitea', 'https://h/o', all));
  const mine = { method: 'token', token: 'mine', match: { plugins: ['catalog'] } };
  const preferred = { connections: [{ ...github({ method: 'token', token: 'all' }, mine), type: 'gitlab' }] };
  await find(preferred, 'catalog', ask('gitlab', 'https://h/o', all));
  await find(preferred, 'search', ask('gitlab', 'https://h/o', all));
  const apps = { connections: [github({ method: 'token', token: 't' }, app(1, ['one']), app(2), app(3, ['Three']))] };
  await find(apps, 'a', ask('github', 'https://h/ONE/r', all), ask('github', 'https://h/Three/r', all));
  await find({ connections: [github(...none, app(1, ['one']))] }, 'a', ask('github', 'https://h/two', all));
  await find(
    { connections: [github(...none, { method: 'token', token: 't' }, app(1, ['one']), app(2, ['two']))] },
    'a', ask('github', 'https://h/three', all), ask('github', 'https://h//two//x', all),
  );
  const arn = 'arn:aws:s3::2:bucket';
  const accountOf = query => ({ type: 'aws', query, authMethods: all });
  const ids = { connections: [aws({ accountId: '1' }, { accountId: '2' }, { mainAccount: true })] };
  await find(
    ids, 'a', accountOf({ accountId: '1' }), accountOf({ arn }), accountOf({ accountId: '1', arn }),
    accountOf({ accountId: '3' }), accountOf({}), accountOf({ arn: 'arn:aws:s3:::bucket' }), accountOf({ arn: 'nope' }),
    { type: 'aws', query: {} }, { type: 'github', query: {} },
  );
  await find({ connections: [aws({ accountId: '1' })] }, 'a', accountOf({}), accountOf({ accountId: '2' }));
}

types();
mistakes();
accounts();
titles();
legacy();
lookups();
