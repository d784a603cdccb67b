const { join } = require('node:path');

// Laws that need a server are tried half as often as those of whoever runs them by name.
process.env.LAW_RUNS ??= '0.5';
// More texts than a quick run tries; 10,000 take three minutes.
process.env.ANY_TEXTS ??= '1000';

/** What takes long, starts and kills many processes, or runs beside a server: `npm run test:stores`. */
module.exports = {
  ...require('../jest.config.cjs'),
  rootDir: join(__dirname, '..'),
  testMatch: [
    '<rootDir>/{apps,libs,test}/**/*.{long,server}.spec.ts',
    '<rootDir>/{apps,libs}/**/{texts,any-texts,every-text}.spec.ts',
    '<rootDir>/test/{programmes,stores,faults}/**/*.spec.ts',
  ],
};
