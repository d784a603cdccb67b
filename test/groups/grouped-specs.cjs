const { globSync } = require('node:fs');
const { join, sep } = require('node:path');

const PROJECT = join(__dirname, '..', '..');

/** What is not quick; as Jest matches it. */
const NOT_QUICK = [
  '/node_modules/',
  String.raw`\.(long|server)\.spec\.ts$`,
  // They try many texts, in every field and every column; the rule itself is tried with `libs/domain`.
  String.raw`/(api/specs/texts|every-text|any-texts)\.spec\.ts$`,
  '/test/(programmes|stores|faults)/',
];

/** What runs by itself: it leaves something behind in its process. */
const ALONE = ['apps/api/specs/telemetry.spec.ts'];

/**
 * Specs of the API, by their paths in the project. Each begins with loading the whole service, which takes longer than
 * most of them: those of a group load it once.
 */
function groupedSpecs() {
  const isQuick = (path) => !NOT_QUICK.some((pattern) => new RegExp(pattern).test(path));
  return globSync('apps/api/**/*.spec.ts', { cwd: PROJECT })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => isQuick(path) && !ALONE.includes(path))
    .toSorted();
}

module.exports = { groupedSpecs, NOT_QUICK, PROJECT };
