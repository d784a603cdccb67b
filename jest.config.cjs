const { readdirSync } = require('node:fs');
const { join } = require('node:path');

// Only our own libraries are mapped: packages use `#` imports of their own, which must resolve to theirs.
const libraries = readdirSync(join(__dirname, 'libs'));

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleNameMapper: {
    [`^#((?:${libraries.join('|')})(?:/.+)?)$`]: '<rootDir>/libs/$1/index.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
          target: 'es2024',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  maxWorkers: 2,
  // A bound, never a measure: slow stores on a busy machine take their time.
  testTimeout: 240_000,
};
