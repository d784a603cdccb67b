const { join } = require('node:path');

// Laws are tried less often where everybody waits for them.
process.env.LAW_RUNS ??= '0.25';

/** What needs nothing else and is through in minutes: `npm test`. The rest is in `long.config.cjs`. */
module.exports = {
  ...require('../jest.config.cjs'),
  rootDir: join(__dirname, '..'),
  testPathIgnorePatterns: [
    '/node_modules/',
    String.raw`\.(long|server)\.spec\.ts$`,
    // What a few texts find, `texts.spec.ts` finds; these two try every field and every column.
    String.raw`/(every-text|any-texts)\.spec\.ts$`,
    '/test/(programmes|stores|faults)/',
  ],
};
