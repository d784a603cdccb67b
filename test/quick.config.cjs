const { join } = require('node:path');
const base = require('../jest.config.cjs');
const { groupedSpecs, NOT_QUICK } = require('./groups/grouped-specs.cjs');

// Laws are tried less often where everybody waits for them.
process.env.LAW_RUNS ??= '0.25';

/** Whoever names a suite or a test has it by itself. */
const [, , ...given] = process.argv;
const isNamed = given.some((word, at) => !word.startsWith('-') && given[at - 1] !== '--config');

/** What needs nothing else and is through in minutes: `npm test`. The rest is in `long.config.cjs`. */
module.exports = {
  ...base,
  rootDir: join(__dirname, '..'),
  ...(isNamed
    ? { testPathIgnorePatterns: NOT_QUICK }
    : {
        testMatch: [base.testMatch ?? [], '<rootDir>/test/groups/*.spec.cjs'].flat(),
        testPathIgnorePatterns: [...NOT_QUICK, ...groupedSpecs().map((path) => `/${path}$`)],
      }),
};
