'use strict';

/**
 * Adds to the lock file the optional dependencies that npm left out of it.
 *
 * npm drops an optional platform build that the registry at hand does not serve, and `npm ci` then
 * refuses the lock as incomplete. A stub (version, platform, `optional`) satisfies it, and is never
 * installed where the platform does not match.
 *
 * Run by `npm run lock` after every `npm install` that changed the lock. `--check` changes nothing and
 * fails when a stub is missing.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const stamp = require('./install-stamp.cjs');

const lockFile = join(__dirname, '..', 'package-lock.json');

/** Operating systems and processors as they appear in the names of platform builds. */
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'ppc64le',
  'riscv64',
  's390x',
  'x64',
];

/** Where Node would look for `name` from the package at `from`, nearest first. */
function* lookupPaths(from, name) {
  for (let at = from; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    yield `${at}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}

function stubOf(name, range, isDev) {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = [
    ...(name.includes('-gnu') ? ['glibc'] : []),
    ...(name.includes('-musl') ? ['musl'] : []),
  ];
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(cpu.length > 0 && { cpu }),
    ...(isDev && { dev: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

/** The stubs that `packages` lacks, by their path in the lock. */
function missingStubs(packages) {
  const missing = new Map();
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const isLocked = [...lookupPaths(path, name)].some((candidate) => candidate in packages);
      if (!isLocked) missing.set(`node_modules/${name}`, stubOf(name, range, entry.dev === true));
    }
  }
  return missing;
}

const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
const missing = missingStubs(lock.packages);

if (process.argv.includes('--check')) {
  for (const path of missing.keys()) console.error(`package-lock.json lacks ${path}: npm run lock`);
  process.exitCode = missing.size === 0 ? 0 : 1;
} else {
  const byPath = ([left], [right]) => (left < right ? -1 : 1);
  lock.packages = Object.fromEntries([...Object.entries(lock.packages), ...missing].sort(byPath));
  writeFileSync(lockFile, `${JSON.stringify(lock, undefined, 2)}\n`);
  // `npm install` has just made node_modules agree with this lock: the next start need not repeat it.
  stamp.write();
  console.log(`package-lock.json: ${missing.size} stubs added`);
}
