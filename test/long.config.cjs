const { join } = require('node:path');

/** What takes long, starts and kills many processes, or runs beside a server: `npm run test:stores`. */
module.exports = {
  ...require('../jest.config.cjs'),
  rootDir: join(__dirname, '..'),
  testMatch: [
    '<rootDir>/{apps,libs,test}/**/*.{long,server}.spec.ts',
    '<rootDir>/test/{programmes,stores,faults}/**/*.spec.ts',
  ],
};
