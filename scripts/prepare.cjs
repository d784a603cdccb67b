'use strict';

/**
 * Makes a fresh clone ready, and later starts quick: installs the dependencies when the lock file
 * changed, then, with `--build`, compiles what changed.
 *
 * Runs under any Node ≥ 20, before anything is installed, so it is CommonJS without dependencies.
 * Everything after it runs under the Node 24 that the installation brings (`node_modules/.bin/node`).
 */
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { delimiter, join } = require('node:path');
const buildStamp = require('./build-stamp.cjs');
const stamp = require('./install-stamp.cjs');

const OLDEST_NODE = 20;
const root = join(__dirname, '..');
const isWindows = process.platform === 'win32';
const projectNode = join(root, 'node_modules', '.bin', isWindows ? 'node.cmd' : 'node');

/** Prints to stderr, so that a command's own output stays clean. */
function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(reason) {
  say(reason);
  process.exit(1);
}

function run(command, args, env) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env,
    shell: isWindows,
    // The output of tools is progress, not the answer of the command being prepared.
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (error) say(error.message);
  return status === 0;
}

function projectNodeWorks() {
  return existsSync(projectNode) && run(projectNode, ['--eval', '0'], process.env);
}

/**
 * npm puts `node_modules/.bin` first on the PATH of scripts. There lies the `node` that `npm ci` is
 * about to delete, so the installation must run on the one the machine has of itself.
 */
function machineEnvironment() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const entries = (process.env[name] ?? '').split(delimiter);
  return {
    ...process.env,
    [name]: entries.filter((entry) => !entry.includes('node_modules')).join(delimiter),
  };
}

function install() {
  say('Installing dependencies (once; takes about a minute) …');
  stamp.invalidate();
  // The compiler is a development dependency: NODE_ENV=production must not leave it out.
  if (!run('npm', ['ci', '--include=dev', '--loglevel=error'], machineEnvironment())) {
    fail('Installing the dependencies failed: see the messages of npm above.');
  }
  if (!projectNodeWorks()) {
    fail(
      'Node 24 was not installed with the dependencies. Is "ignore-scripts" set in your npm configuration?',
    );
  }
  stamp.write();
}

function build() {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!run(projectNode, [compiler, '--project', 'tsconfig.build.json'], process.env)) {
    fail('The build failed: see the messages of the compiler above.');
  }
  buildStamp.write();
}

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  fail(`Node ${OLDEST_NODE} or later is needed to start; this is ${process.version}.`);
}
if (!stamp.isFresh() || !projectNodeWorks()) install();
// Even a compiler that finds nothing to do takes seconds.
if (process.argv.includes('--build') && !buildStamp.isFresh()) build();
