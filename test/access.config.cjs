const { randomInt } = require('node:crypto');

// Another run each time: what is found is repeated with the seed that the name of the test tells.
process.env.ACCESS_OPERATIONS ??= '10000';
// GraphQL checks its own objects at every turn otherwise, which doubles the time.
process.env.NODE_ENV = 'production';
process.env.ACCESS_SEED ??= String(randomInt(2 ** 31));

/** What anybody is told, compared with the contract on access as often as its promise says: `npm run test:access`. */
module.exports = {
  ...require('./long.config.cjs'),
  testMatch: ['<rootDir>/test/access/*.spec.ts'],
};
