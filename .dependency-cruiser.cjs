const { existsSync, readdirSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Which libraries each library may use. A new library is entered here first, or this check stops. */
const MAY_USE = {
  vocabulary: [],
  tracing: [],
  domain: ['vocabulary'],
  criteria: ['vocabulary'],
  'event-log': ['vocabulary', 'tracing'],
  'mongodb-client': [],
  'read-models': ['mongodb-client'],
  identity: ['vocabulary', 'owner-files', 'mongodb-client'],
  access: ['vocabulary', 'domain'],
  // Knows nothing of the domain: others verify the same trees with programs that are not ours.
  // Rights of files and keys in them: for whoever keeps something on a disk.
  'owner-files': [],
  ledger: ['owner-files', 'event-log', 'read-models'],
  // Who looked at what: a tree of its own, beside the history's.
  'access-records': ['vocabulary', 'owner-files', 'event-log', 'ledger', 'read-models'],
  'projection-engine': ['vocabulary', 'domain', 'event-log', 'read-models', 'tracing'],
  projections: [
    'vocabulary',
    'domain',
    'criteria',
    'event-log',
    'read-models',
    'projection-engine',
  ],
  commands: ['vocabulary', 'domain', 'criteria', 'event-log', 'read-models', 'access'],
  processes: [
    'vocabulary',
    'domain',
    'criteria',
    'commands',
    'event-log',
    'read-models',
    'projection-engine',
    'projections',
  ],
  import: ['vocabulary', 'domain', 'criteria', 'commands', 'event-log', 'projection-engine'],
  // What several applications are composed of, so that none has to know another.
  composition: [
    'access-records',
    'ledger',
    'vocabulary',
    'domain',
    'criteria',
    'commands',
    'event-log',
    'read-models',
    'projection-engine',
    'projections',
    'processes',
    'webhooks',
    'identity',
  ],
  operations: ['event-log', 'projection-engine'],
  feeds: ['event-log'],
  webhooks: ['vocabulary', 'event-log', 'feeds', 'read-models', 'projection-engine'],
};

/** Packages that stay pure when they are imported: data and arithmetic, no I/O, no framework. */
const PURE_PACKAGES = ['fraction\\.js', 'zod'];

const ADAPTERS = '^libs/[^/]+/(sqlite|mongodb|eventstoredb|memory)/';
const TESTS = ['\\.(spec|contract)\\.ts$', '/(contract|testing)/'];
const libsRoot = join(__dirname, 'libs');

const libraries = readdirSync(libsRoot);
const unlisted = libraries.filter((name) => !(name in MAY_USE));
if (unlisted.length > 0) {
  throw new Error(`Say in .dependency-cruiser.cjs which libraries ${unlisted.join(', ')} may use`);
}

/** Folders inside libraries that have a public face of their own. */
const foldersWithIndex = libraries.flatMap((library) =>
  readdirSync(join(libsRoot, library))
    .filter((folder) => existsSync(join(libsRoot, library, folder, 'index.ts')))
    .map((folder) => `libs/${library}/${folder}`),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module; types are no exception.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'libraries-know-no-application',
      comment: 'Imports point inwards.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'nothing-knows-the-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TESTS },
      to: { path: ['^test/', ...TESTS] },
    },
    {
      name: 'applications-know-no-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'vocabulary-domain-and-criteria-are-pure',
      comment: 'No input, no output, no framework: time, ids and facts are handed in.',
      severity: 'error',
      from: { path: '^libs/(vocabulary|domain|criteria)/', pathNot: TESTS },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        pathNot: `^node_modules/(${PURE_PACKAGES.join('|')})/`,
      },
    },
    ...Object.entries(MAY_USE).map(([library, others]) => ({
      name: `${library}-uses-only-what-it-may`,
      comment: `libs/${library} may use: ${others.join(', ') || 'no other library'}.`,
      severity: 'error',
      from: { path: `^libs/${library}/`, pathNot: TESTS },
      to: {
        path: '^libs/',
        pathNot: `^libs/(${[library, ...others].join('|')})/`,
      },
    })),
    {
      name: 'adapters-only-where-an-application-is-composed',
      comment:
        'Ports know no adapters; a store is chosen by a connection string: in apps/, and in the library they share for it.',
      severity: 'error',
      from: { path: '^libs/', pathNot: [ADAPTERS, '^libs/composition/', ...TESTS] },
      to: { path: ADAPTERS },
    },
    {
      name: 'sqlite-only-in-its-adapters',
      severity: 'error',
      comment: 'Besides, where an app is composed: a rehearsal copies the files of both stores.',
      from: {
        path: '^(apps|libs)/',
        pathNot: ['^libs/[^/]+/sqlite/', '^apps/[^/]+/composition/', ...TESTS],
      },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'mongodb-only-in-its-adapter',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [ADAPTERS, '^libs/mongodb-client/', ...TESTS] },
      to: { path: '^node_modules/mongodb/' },
    },
    {
      name: 'eventstoredb-only-in-its-adapter',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/event-log/eventstoredb/', ...TESTS] },
      to: { path: '^node_modules/@eventstore/' },
    },
    {
      name: 'libraries-through-their-index',
      comment: 'index.ts is the public face of a library; nothing reaches past it.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '/index\\.ts$'] },
    },
    {
      name: 'applications-and-tests-use-the-index',
      severity: 'error',
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/', pathNot: '/index\\.ts$' },
    },
    ...foldersWithIndex.map((folder) => ({
      name: `${folder.replace('libs/', '').replace('/', '-')}-through-its-index`,
      comment: `${folder}/index.ts is its public face; nothing reaches past it.`,
      severity: 'error',
      // The root files of its own library put the folders together.
      from: { pathNot: [`^${folder}/`, `^${dirname(folder)}/[^/]+$`] },
      to: { path: `^${folder}/`, pathNot: '/index\\.ts$' },
    })),
    {
      name: 'shipped-code-uses-shipped-packages',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'declared-packages-only',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
