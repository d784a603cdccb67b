const { join } = require('node:path');
const { groupedSpecs, PROJECT } = require('./grouped-specs.cjs');

/** More than there are workers, so that none is left with the last one for long. */
const GROUPS = 8;

/** Runs every so many-th spec, from the given one on, as if each were a suite. */
function runGroup(number) {
  for (const path of groupedSpecs().filter((_, at) => at % GROUPS === number - 1)) {
    describe(path, () => {
      require(join(PROJECT, path));
    });
  }
}

module.exports = { runGroup };
