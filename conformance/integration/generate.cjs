// Records what Backstage's own integration package answers, for the tests of packages/integration.
// Usage: REFERENCE_HOME=<where the reference is installed> node generate.cjs
const fs = require('node:fs');
const path = require('node:path');

const app = path.join(process.env.REFERENCE_HOME, 'app');
const find = name => require(require.resolve(name, { paths: [app] }));
const integration = find('@backstage/integration');
const { ConfigReader } = find('@backstage/config');
const parseGitUrl = find('git-url-parse');
const { Minimatch } = find('minimatch');
const isGlob = find('is-glob');

const out = path.join(__dirname, '../../packages/integration/src/test/resources/dev/understudy/integration');

function outcome(call) {
  try {
    const value = call();
    return { value: value === undefined ? null : value };
  } catch (e) {
    return { error: `${e}` };
  }
}

const TYPES = ['azure', 'azureBlobStorage', 'bitbucketCloud', 'bitbucketServer', 'gerrit', 'github', 'gitlab', 'gitea',
  'googleGcs', 'harness', 'awsS3', 'awsCodeCommit'];

// ---- configuration
const app1 = { appId: 1, clientId: 'c', clientSecret: 's', privateKey: 'k' };
const CONFIGS = [
  {},
  { azure: [] },
  { azure: [{ host: 'azure.example.com', commitSigningKey: 'key' }] },
  { azure: [{ host: 'a b' }] },
  { azure: [{ host: 'azure.example.com/path' }] },
  { azure: [{ token: 't' }] },
  { azure: [{ credential: { personalAccessToken: 't' } }] },
  { azure: [{ credentials: [{ personalAccessToken: ' t ' }] }] },
  { azure: [{ credentials: [{ clientId: 'c', clientSecret: 's', tenantId: 't', organizations: ['o'] }] }] },
  { azure: [{ credentials: [{ clientId: 'c' }] }] },
  { azure: [{ credentials: [{ clientId: 'c', managedIdentityClientId: 'm', tenantId: 't' }] }] },
  { azure: [{ credentials: [{ clientSecret: 's' }] }] },
  { azure: [{ credentials: [{ clientId: 'c', personalAccessToken: 't' }, { tenantId: 't' }] }] },
  { azure: [{ credentials: [{ personalAccessToken: 't', organizations: ['a', 'b'] },
    { personalAccessToken: 't', organizations: ['a', 'b'] }, { personalAccessToken: 't', organizations: ['b'] }] }] },
  { azure: [{ credentials: [{ personalAccessToken: 't' }, { personalAccessToken: 'u' }] }] },
  { azure: [{ host: 'azure.example.com', credentials: [{ clientId: 'c' }] }] },
  { azure: [{ credentials: [{ personalAccessToken: 't', organizations: [] }] }] },
  { azureBlobStorage: [{ accountName: 'acc' }] },
  { azureBlobStorage: [{}] },
  { azureBlobStorage: [{ accountName: 'acc', accountKey: ' key ', connectionString: ' c ', endpointSuffix: 'e' }] },
  { azureBlobStorage: [{ accountName: 'acc', accountKey: 'key', sasToken: 'sas' }] },
  { azureBlobStorage: [{ accountName: 'acc', endpoint: 'https://blob.example.com', sasToken: 'sas' }] },
  { azureBlobStorage: [{ accountName: 'acc', endpoint: 'https://blob.example.com/path' }] },
  { azureBlobStorage: [{ accountName: 'acc', endpoint: 'nowhere' }] },
  { azureBlobStorage: [{ accountName: 'acc', aadCredential: { clientId: 'c', tenantId: 't', clientSecret: ' s ' } }] },
  { azureBlobStorage: [{ accountName: 'acc', aadCredential: { clientId: 'c', tenantId: 't' } }] },
  { azureBlobStorage: [{ accountName: 'acc', accountKey: 'k', aadCredential: { clientId: 'c', tenantId: 't', clientSecret: 's' } }] },
  { bitbucketCloud: [] },
  { bitbucketCloud: [{ username: 'u', token: 't' }] },
  { bitbucketCloud: [{ username: 'u', appPassword: ' p ' }] },
  { bitbucketCloud: [{ username: 'u' }] },
  { bitbucketCloud: [{ clientId: 'c' }] },
  { bitbucketCloud: [{ clientSecret: 'c' }] },
  { bitbucketCloud: [{ clientId: ' c ', clientSecret: ' s ', commitSigningKey: 'k' }] },
  { bitbucketServer: [{ host: 'bb.example.com', token: ' t ', username: 'u', password: 'p' }] },
  { bitbucketServer: [{ host: 'bb.example.com', apiBaseUrl: 'https://bb.example.com/rest//' }] },
  { bitbucketServer: [{}] },
  { bitbucketServer: [{ host: 'https://bb' }] },
  { gerrit: [{ host: 'gerrit.example.com', gitilesBaseUrl: 'https://gerrit.example.com/gitiles/' }] },
  { gerrit: [{ host: 'gerrit.example.com', gitilesBaseUrl: 'https://g/', baseUrl: 'https://b/x/', cloneUrl: 'https://c/', username: 'u', password: ' p ', disableEditUrl: true, commitSigningKey: 'k' }] },
  { gerrit: [{ host: 'gerrit.example.com' }] },
  { gerrit: [{ host: 'a/b', gitilesBaseUrl: 'https://g' }] },
  { gerrit: [{ host: 'g', gitilesBaseUrl: 'nope' }] },
  { gerrit: [{ host: 'g', gitilesBaseUrl: 'https://g', baseUrl: 'nope' }] },
  { gerrit: [{ host: 'g', gitilesBaseUrl: 'https://g', cloneUrl: 'nope' }] },
  { github: [] },
  { github: [{ token: ' t ' }] },
  { github: [{ host: 'ghe.example.com', apiBaseUrl: 'https://ghe.example.com/api/v3/', rawBaseUrl: 'https://ghe.example.com/raw/' }] },
  { github: [{ host: 'ghe.example.com' }] },
  { github: [{ host: 'ghe.example.com:8443', token: 't' }] },
  { github: [{ host: 'https://ghe.example.com' }] },
  { github: [{ host: 'GHE.example.com' }] },
  { github: [{ apps: [app1] }] },
  { github: [{ apps: [{ ...app1, webhookSecret: 'w', allowedInstallationOwners: ['a'], publicAccess: true }] }] },
  { github: [{ apps: [{ ...app1, appId: '7' }] }] },
  { github: [{ apps: [{ appId: 1 }] }] },
  { github: [{ apps: [{ ...app1, appId: 'x' }] }] },
  { gitlab: [] },
  { gitlab: [{ host: 'gitlab.com', token: ' t ' }] },
  { gitlab: [{ token: 't' }] },
  { gitlab: [{ host: 'gl.example.com' }] },
  { gitlab: [{ host: 'gl.example.com', apiBaseUrl: 'https://gl.example.com/api/v4/', baseUrl: 'https://gl.example.com/gitlab/' }] },
  { gitlab: [{ host: 'gl.example.com', apiBaseUrl: 'nope' }] },
  { gitlab: [{ host: 'gl.example.com', apiBaseUrl: 'https://x', baseUrl: 'nope' }] },
  { gitlab: [{ host: 'a b', apiBaseUrl: 'https://x' }] },
  { gitlab: [{ host: 'gitlab.com', retry: {} }] },
  { gitlab: [{ host: 'gitlab.com', commitSigningKey: 'k', retry: { maxRetries: 3, retryStatusCodes: [429, 500], maxApiRequestsPerMinute: 100 } }] },
  { gitlab: [{ host: 'gitlab.com', retry: { retryStatusCodes: 429 } }] },
  { gitlab: [{ host: 'gitlab.com', retry: { retryStatusCodes: [429, '500'] } }] },
  { gitea: [{ host: 'gitea.example.com' }] },
  { gitea: [{ host: 'gitea.example.com', baseUrl: 'https://gitea.example.com/route/', username: 'u', password: ' p ', commitSigningKey: 'k' }] },
  { gitea: [{}] },
  { gitea: [{ host: 'a/b' }] },
  { gitea: [{ host: 'g', baseUrl: 'nope' }] },
  { googleGcs: {} },
  { googleGcs: { clientEmail: 'e', privateKey: 'a\\nb' } },
  { googleGcs: { clientEmail: 'e' } },
  { googleGcs: { privateKey: 'k' } },
  { harness: [{ host: 'app.harness.io', token: 't', apiKey: 'a' }] },
  { harness: [{}] },
  { harness: [{ host: 'a/b' }] },
  { awsS3: [{}] },
  { awsS3: [{ accessKeyId: 'a', secretAccessKey: ' s ', roleArn: 'r', externalId: 'x' }] },
  { awsS3: [{ endpoint: 'https://s3.example.com:9000', s3ForcePathStyle: true }] },
  { awsS3: [{ endpoint: 'https://s3.example.com/path' }] },
  { awsS3: [{ endpoint: 'nope' }] },
  { awsCodeCommit: [{ region: 'eu-west-1' }] },
  { awsCodeCommit: [{ region: 'eu-west-1', host: 'cc.example.com', accessKeyId: 'a', secretAccessKey: ' s ', roleArn: 'r', externalId: 'x' }] },
  { awsCodeCommit: [{}] },
];
const configs = CONFIGS.map(integrations => ({
  config: { integrations },
  ...outcome(() => {
    const all = integration.ScmIntegrations.fromConfig(new ConfigReader({ integrations }));
    const types = Object.keys(integrations).length ? Object.keys(integrations) : TYPES;
    return Object.fromEntries(types.map(type => [type, all[type].list().map(i => i.config)]));
  }),
}));

// ---- resolving
const registry = {
  integrations: {
    azure: [{ host: 'azure.example.com' }],
    bitbucketServer: [{ host: 'bb.example.com' }],
    gerrit: [{ host: 'gerrit.example.com', gitilesBaseUrl: 'https://gerrit.example.com/gitiles' },
      { host: 'noedit.example.com', gitilesBaseUrl: 'https://noedit.example.com/gitiles', disableEditUrl: true }],
    github: [{ host: 'ghe.example.com', apiBaseUrl: 'https://ghe.example.com/api/v3' }],
    gitlab: [{ host: 'gl.example.com', apiBaseUrl: 'https://gl.example.com/gitlab/api/v4', baseUrl: 'https://gl.example.com/gitlab' },
      { host: 'gl2.example.com', apiBaseUrl: 'https://gl2.example.com/api/v4' }],
    gitea: [{ host: 'gitea.example.com' }],
    harness: [{ host: 'app.harness.io' }],
    awsCodeCommit: [{ region: 'eu-west-1' }],
  },
};
const all = integration.ScmIntegrations.fromConfig(new ConfigReader(registry));
const BASES = [
  'https://github.com/backstage/backstage/blob/master/packages/a/catalog-info.yaml',
  'https://github.com/backstage/backstage/tree/master/packages/a/',
  'https://github.com/backstage/backstage/blob/master/a%20b/catalog-info.yaml?x=1#L3',
  'https://github.com/backstage/backstage/edit/master/catalog-info.yaml',
  'https://github.com/backstage/backstage',
  'https://ghe.example.com/o/r/blob/main/folder/catalog-info.yaml',
  'https://gitlab.com/group/sub/project/-/blob/main/folder/catalog-info.yaml',
  'https://gitlab.com/group/project/blob/main/catalog-info.yaml',
  'https://gl.example.com/gitlab/group/project/-/tree/main/folder/',
  'https://gl.example.com/gitlab/group/project/-/blob/main/folder/a.yaml?ref_type=heads',
  'https://bitbucket.org/ws/repo/src/master/folder/catalog-info.yaml',
  'https://bitbucket.org/ws/repo/raw/master/catalog-info.yaml?at=x',
  'https://bb.example.com/projects/P/repos/r/browse/folder/catalog-info.yaml?at=main',
  'https://bb.example.com/users/u/repos/r/browse/catalog-info.yaml',
  'https://bb.example.com/projects/P/repos/r/raw/a/catalog-info.yaml',
  'https://dev.azure.com/org/project/_git/repo?path=%2Ffolder%2Fcatalog-info.yaml',
  'https://dev.azure.com/org/project/_git/repo?path=/folder/catalog-info.yaml&version=GBmain&_a=contents',
  'https://dev.azure.com/org/_git/repo?path=%2Fa.yaml',
  'https://dev.azure.com/org/project/_git/repo',
  'https://dev.azure.com/org/not-git/a.yaml',
  'https://azure.example.com/tfs/org/project/_git/repo?path=%2Fa%2Fb.yaml',
  'https://gerrit.example.com/gitiles/web/repo/+/refs/heads/main/folder/catalog-info.yaml',
  'https://gerrit.example.com/gitiles/repo/+/HEAD/catalog-info.yaml',
  'https://gerrit.example.com/a/gitiles/repo/+/157f862803d45b9d269f0e390f88aece1ded51b6/a/catalog-info.yaml',
  'https://gerrit.example.com/gitiles/repo/+/refs/tags/v1/catalog-info.yaml',
  'https://gerrit.example.com/gitiles/repo/+/main/catalog-info.yaml',
  'https://noedit.example.com/gitiles/repo/+/refs/heads/main/catalog-info.yaml',
  'https://gitea.example.com/owner/repo/src/branch/main/folder/catalog-info.yaml',
  'https://gitea.example.com/owner/repo',
  'https://app.harness.io/ng/account/acc/module/code/orgs/org/projects/proj/repos/repo/files/main/~/folder/catalog-info.yaml',
  'https://app.harness.io/ng/account/acc/module/code/repos/repo/files/refMain/~/catalog-info.yaml',
  'https://storage.cloud.google.com/bucket/folder/catalog-info.yaml',
  'https://acc.blob.core.windows.net/container/folder/catalog-info.yaml',
  'https://blob.core.windows.net/container/folder/catalog-info.yaml',
  'https://bucket.s3.eu-west-1.amazonaws.com/folder/catalog-info.yaml',
  'https://amazonaws.com/bucket/folder/catalog-info.yaml',
  'https://eu-west-1.console.aws.amazon.com/codesuite/codecommit/repositories/repo/browse/refs/heads/main/--/folder/catalog-info.yaml',
  'https://eu-west-1.console.aws.amazon.com/codesuite/codecommit/other',
  'https://other.example.com/a/b/c.yaml?q=1',
  'https://other.example.com:8443/o/r/blob/main/c.yaml',
];
const TARGETS = [['./b.yaml'], ['../b.yaml', 7], ['/b.yaml', 7], ['b/c d.yaml'], ['https://else.example.com/x y', 3],
  ['../../../../../../../x.yaml'], ['', 5], ['?q=2'], ['//host/x'], ['/../../x.yaml'], ['ä.yaml']];
const resolve = BASES.flatMap(base => TARGETS.map(([url, lineNumber]) => ({
  base, url, ...(lineNumber ? { lineNumber } : {}),
  ...outcome(() => all.resolveUrl({ url, base, lineNumber })),
})));
const edit = BASES.map(url => ({ url, ...outcome(() => all.resolveEditUrl(url)) }));
const lookup = ['https://github.com/x', 'github.com', 'https://GitHub.com:443/x', 'https://github.com:444/x', 'nope',
  'https://gl.example.com/', 'https://bucket.s3.amazonaws.com/x', 'gl.example.com', 'dev.azure.com', 'http://dev.azure.com/x']
  .map(text => ({ text, byUrl: all.byUrl(text)?.type ?? null, byHost: all.byHost(text)?.type ?? null }));

// ---- git urls
const GIT_URLS = [...BASES,
  'https://github.com/backstage', 'https://github.com/', 'backstage/backstage', 'git@github.com:backstage/backstage.git',
  'https://github.com/backstage/backstage.git', 'ssh://git@github.com/backstage/backstage.git',
  'https://user@github.com/o/r', 'https://x-token-auth:tok@bitbucket.org/o/r', 'not a url', '',
  'https://github.com/o/r/blob/a%2Fb/c.yaml', 'https://github.com/o/r/blob/main/%ZZ', 'https://github.com/o/r/blob/main/a b/ä.yaml',
  'https://github.com/o/r/commit/abc', 'https://github.com/o/r/issues/1', 'https://github.com/o/r/blob/main/tree/blob/x',
  'https://github.com/o/r/blob/main/**/*.yaml', 'https://github.com/o/r/blob/main/*/catalog-?.yaml',
  'https://github.com/o/r/tree/main', 'https://github.com/o/r/blob/main/../../x', 'https://github.com/o/r/blob/main/%2e%2e/x',
  'https://github.com/o/r/blob/main/..%2fx', 'https://github.com/o/r/blob/main/%252e%252e%252fx',
  'https://github.com/o/r/blob/main/%25252e%25252e/x', 'https://github.com/o/r/blob/main/a%2f.%2fb',
  'https://github.com/o/r/blob/main/a%2f.b%2fb', 'https://github.com/o/r/blob/main/..a',
  'https://dev.azure.com/o/p/_git/r?path=%2F..%2Fx', 'https://org.visualstudio.com/proj/_git/repo?path=%2Fx.yaml',
  'https://org.visualstudio.com/_git/repo', 'https://org.visualstudio.com/DefaultCollection/proj/_git/repo',
  'https://dev.azure.com/o/p/_git/r?path=/a/*.yaml&version=GBmain',
  'https://bitbucket.org/ws/repo/src/master/a/*/b.yaml', 'https://bb.example.com/scm/proj/repo.git',
  'https://bb.example.com/projects/P/repos/r/commits/abc', 'https://bb.example.com/projects/P/repos/r',
  'https://bb.example.com/projects/P/repos/r/browse/a%20b/c.yaml?at=refs%2Fheads%2Fmain',
  'https://github.com/o/r/blob/main/x' + 'y'.repeat(2100)];
const FIELDS = ['protocol', 'resource', 'source', 'owner', 'name', 'full_name', 'ref', 'filepath', 'filepathtype', 'href'];
const git = GIT_URLS.map(url => ({ url, ...outcome(() => {
  const parsed = parseGitUrl(url);
  return Object.fromEntries(FIELDS.map(f => [f, parsed[f] ?? null]));
}) }));

// ---- urls of the providers' interfaces
const config = type => host => all[type].byHost(host).config;
const gerritAuthed = { ...config('gerrit')('gerrit.example.com'), username: 'u', password: 'p' };
const gerritElsewhere = { ...gerritAuthed, gitilesBaseUrl: 'https://gitiles.example.com' };
const FETCH_URLS = [...new Set([...BASES, ...GIT_URLS])].filter(url => url.startsWith('https://'));
const hostOf = url => { try { return new URL(url).host; } catch { return ''; } };
const on = (...hosts) => url => hosts.includes(hostOf(url));
const table = (name, urls, call) => urls.map(url => ({ call: name, url, ...outcome(() => call(url)) }));
const githubCom = config('github')('github.com');
const ghe = config('github')('ghe.example.com');
const gitlabUrls = FETCH_URLS.filter(on('gitlab.com')).concat(['https://gitlab.com/g/p/-/blob/main/a%20b/c%2Fd.yaml', 'https://gitlab.com/g/p/-/blob/a%2Fb/c.yaml', 'https://gitlab.com/g/p/-/tree/main/x']);
const glUrls = FETCH_URLS.filter(on('gl.example.com')).concat(['https://gl.example.com/other/p/-/blob/main/c.yaml', 'https://gl.example.com/gitlabx/p/-/blob/main/c.yaml']);
const azureUrls = FETCH_URLS.filter(on('dev.azure.com', 'azure.example.com', 'org.visualstudio.com')).concat(
  ['https://dev.azure.com/o/my%20p/_git/r?path=/a b.yaml&version=GTv1', 'https://dev.azure.com/o/p/_git/r?version=GC123']);
const gerritUrls = FETCH_URLS.filter(on('gerrit.example.com')).concat(['https://gerrit.example.com/gitiles/', 'https://gerrit.example.com/gitiles/r/+/refs/heads/main/',
  'https://gerrit.example.com/gitiles/r/+/refs/heads/main/a b/*.yaml']);
const fetchUrls = [
  ...table('githubRaw', FETCH_URLS.filter(on('github.com')), url => integration.getGithubFileFetchUrl(url, githubCom, {})),
  ...table('githubApi', FETCH_URLS.filter(on('github.com')), url => integration.getGithubFileFetchUrl(url, githubCom, { token: 't' })),
  ...table('gheApi', FETCH_URLS.filter(on('ghe.example.com')), url => integration.getGithubFileFetchUrl(url, ghe, {})),
  ...table('bitbucketCloud', FETCH_URLS.filter(on('bitbucket.org')), url => integration.getBitbucketCloudFileFetchUrl(url, config('bitbucketCloud')('bitbucket.org'))),
  ...table('bitbucketServer', FETCH_URLS.filter(on('bb.example.com')), url => integration.getBitbucketServerFileFetchUrl(url, config('bitbucketServer')('bb.example.com'))),
  ...table('azureFile', azureUrls, url => integration.getAzureFileFetchUrl(url)),
  ...table('azureArchive', azureUrls, url => integration.getAzureDownloadUrl(url)),
  ...table('azureCommits', azureUrls, url => integration.getAzureCommitsUrl(url)),
  ...table('gerritFile', gerritUrls, url => integration.getGerritFileContentsApiUrl(config('gerrit')('gerrit.example.com'), url)),
  ...table('gerritFileAuthed', gerritUrls, url => integration.getGerritFileContentsApiUrl(gerritAuthed, url)),
  ...table('gerritArchiveAuthed', gerritUrls, url => integration.buildGerritGitilesArchiveUrlFromLocation(gerritAuthed, url)),
  ...table('gerritArchiveElsewhere', gerritUrls, url => integration.buildGerritGitilesArchiveUrlFromLocation(gerritElsewhere, url)),
  ...table('gerritBranch', gerritUrls, url => integration.getGerritBranchApiUrl(gerritAuthed, url)),
  ...table('gerritBasePath', gerritUrls, url => integration.parseGitilesUrlRef(gerritAuthed, url).basePath),
  ...table('giteaFile', FETCH_URLS.filter(on('gitea.example.com')), url => integration.getGiteaFileContentsUrl(config('gitea')('gitea.example.com'), url)),
  ...table('giteaArchive', FETCH_URLS.filter(on('gitea.example.com')), url => integration.getGiteaArchiveUrl(config('gitea')('gitea.example.com'), url)),
  ...table('giteaCommit', FETCH_URLS.filter(on('gitea.example.com')), url => integration.getGiteaLatestCommitUrl(config('gitea')('gitea.example.com'), url)),
  ...table('harnessFile', FETCH_URLS.filter(on('app.harness.io')), url => integration.getHarnessFileContentsUrl(config('harness')('app.harness.io'), url)),
  ...table('harnessArchive', FETCH_URLS.filter(on('app.harness.io')), url => integration.getHarnessArchiveUrl(config('harness')('app.harness.io'), url)),
  ...table('harnessCommit', FETCH_URLS.filter(on('app.harness.io')), url => integration.getHarnessLatestCommitUrl(config('harness')('app.harness.io'), url)),
];
async function asyncTables() {
  const rows = [];
  for (const [name, urls, host] of [['gitlabFile', gitlabUrls, 'gitlab.com'], ['glFile', glUrls, 'gl.example.com']]) {
    for (const url of urls) {
      try {
        rows.push({ call: name, url, value: await integration.getGitLabFileFetchUrl(url, config('gitlab')(host)) });
      } catch (e) {
        rows.push({ call: name, url, error: `${e}` });
      }
    }
  }
  return rows;
}

// ---- urls by themselves
const URLS = ['https://Example.COM:443/a/../b/./c?x=y z#f g', 'http://example.com', 'HTTP:\\\\example.com\\a\\b', 'https:///example.com/x',
  'https://user:pa%20ss@example.com:8443/x', 'https://ex ample.com', 'https://example.com:99999', 'https://[::1]:80/x', 'https://bücher.example/ä?ö#ü',
  'https://example.com/%2e%2E/x/%2e', ' https://example.com/\tx\n', '//example.com', 'mailto:a@b', 'https://', 'https://a@b@c/', 'https://example.com/"<>`{}|^\'',
  'https://example.com?"<>`{}|^\'#"<>`{}|^\'', 'http://127.0.0.1:7007/', 'ssh://git@example.com:22/x', 'https://exa%6Dple.com/', 'https://example.com./x', 'https://a..b/', 'https://a_b/',
  'https://example.com/a//b/..//c', 'file:///etc/passwd', 'https://example.com:/x', 'https://exam%ple.com', 'https://example.com/%zz', 'https://ex#ample', 'https://1.2.3', 'https://0x7f.0.0.1', 'https://1.2.3.4.5', 'https://256.1.1.1'];
const urls = URLS.map(url => ({ url, ...outcome(() => {
  const u = new URL(url);
  return { href: u.href, origin: u.origin, protocol: u.protocol, host: u.host, hostname: u.hostname, port: u.port, pathname: u.pathname, search: u.search, hash: u.hash };
}) }));

// ---- globs
const PATTERNS = ['*.yaml', '**/*.yaml', 'a/*/c.yaml', 'a/**', '**', '*', '?.yaml', 'a/**/c.yaml', '**/catalog-info.yaml', 'catalog-info.{yaml,yml}', '[ab].yaml', '[!a].yaml', 'a/b*',
  '.*', '**/.hidden/*', 'a*c', '*/', 'a//b', '!*.yaml', '#a', '+(a|b).yaml', '@(a|b).yaml', '!(a).yaml', '?(a).yaml', 'a/../b', './a', 'a.yaml', '', '/a', 'A.YAML', '*.y?ml', '***', 'a/**b', '{1..3}.yaml', '[[:alpha:]].yaml', '\\*.yaml', '[a-', '{a', '**/**/c.yaml', '*(a|b)/c.yaml'];
const PATHS = ['a.yaml', 'b.yaml', 'a/b.yaml', 'a/b/c.yaml', 'a/x/y/c.yaml', 'a/c.yaml', 'c.yaml', 'catalog-info.yaml', 'x/catalog-info.yaml', 'catalog-info.yml', '.hidden', '.hidden/a', 'x/.hidden/a', 'a', 'a/', 'ac', 'abc',
  'a.yml', '*.yaml', '#a', 'b', 'ab.yaml', '1.yaml', '3.yaml', '/a', 'a/b', 'a//b', '', 'a/.b/c.yaml', '.yaml', 'A.yaml', '[a-', '{a', 'aab/c.yaml', 'a/xb'];
const globs = PATTERNS.map(pattern => {
  const matcher = new Minimatch(pattern);
  return { pattern, isGlob: isGlob(pattern), matches: PATHS.filter(p => matcher.match(p)), others: PATHS.filter(p => !matcher.match(p)) };
});

asyncTables().then(rows => {
  fs.mkdirSync(out, { recursive: true });
  const write = (name, value) => fs.writeFileSync(path.join(out, name), `${JSON.stringify(value, null, 1)}\n`);
  write('configs.json', configs);
  write('resolve.json', { registry, resolve, edit, lookup });
  write('git-urls.json', git);
  write('fetch-urls.json', fetchUrls.concat(rows));
  write('urls.json', urls);
  write('globs.json', globs);
});
