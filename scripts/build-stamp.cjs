'use strict';

// Runs before anything is installed: nothing but what Node 20 brings along.
const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const stampFile = join(root, 'dist', '.build-stamp');
const FOLDERS = ['apps', 'libs', 'test'];
const FILES = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

/** Of all that is compiled, by content: a checkout gives every file another time. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of [...FILES, ...FOLDERS.flatMap(sourcesIn)]) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function sourcesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => join(folder, name));
}

/** Whether the last complete build is of these sources. */
function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint();
}

function write() {
  writeFileSync(stampFile, fingerprint());
}

module.exports = { isFresh, write };
