'use strict';

// Runs before anything is installed: nothing but what Node 20 brings along.
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const stampFile = join(root, 'node_modules', '.install-stamp');

/** What an installation depends on: the lock file and the machine that native builds were chosen for. */
function fingerprint() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`\n${process.platform} ${process.arch}`)
    .digest('hex');
}

/** Whether the last complete installation is of this lock file, on this kind of machine. */
function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint();
}

function invalidate() {
  rmSync(stampFile, { force: true });
}

function write() {
  writeFileSync(stampFile, fingerprint());
}

module.exports = { isFresh, invalidate, write };
