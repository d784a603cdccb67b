/**
 * Makes the servers in MEMBERS one replica set with two users: `root`, and `four-good` for the read models. For mongosh, on
 * the loopback of the first member. Run again, it changes nothing but passwords and rights that are not as they should be.
 */
const { readFileSync } = require('node:fs');

const SET = 'four-good';
const DATABASE = 'four-good';
/** Of the keys of persons and cases: copied, restored and read apart from everything else. */
const KEYS_DATABASE = 'four-good-keys';
const PATIENCE_MS = 120_000;
const members = process.env.MEMBERS.split(',');
const secret = (name) =>
  readFileSync(`${process.env.SECRETS ?? '/run/secrets'}/${name}`, 'utf8').trim();
const rootPassword = secret('mongodb-root-password');
const here = process.env.HERE ?? '127.0.0.1:27017';

/** Over loopback: until there is a user, whoever comes so may make the first. */
const admin = connect(`mongodb://${here}/admin?directConnection=true`);

function hasRoot() {
  try {
    return admin.auth('root', rootPassword).ok === 1;
  } catch (error) {
    if (error.codeName === 'AuthenticationFailed') return false;
    throw error;
  }
}

function initiate() {
  const config = { _id: SET, members: members.map((host, _id) => ({ _id, host })) };
  try {
    admin.adminCommand({ replSetInitiate: config });
  } catch (error) {
    if (error.codeName === 'Unauthorized') {
      throw new Error('There is a user already, and the password of root is another one');
    }
    if (error.codeName !== 'AlreadyInitialized') throw error;
  }
}

function untilPrimary() {
  const limit = Date.now() + PATIENCE_MS;
  while (!admin.hello().isWritablePrimary) {
    if (Date.now() > limit) throw new Error(`${here} does not become the primary of ${SET}`);
    sleep(500);
  }
}

if (!hasRoot()) {
  initiate();
  untilPrimary();
  admin.createUser({ user: 'root', pwd: rootPassword, roles: ['root'] });
}

// From here on whichever member is the primary.
const uri = `mongodb://root:${encodeURIComponent(rootPassword)}@${members.join(',')}/admin?replicaSet=${SET}`;
const set = connect(uri);
const office = {
  pwd: secret('read-models-password'),
  roles: [DATABASE, KEYS_DATABASE].map((db) => ({ role: 'readWrite', db })),
};
if (set.getUser('four-good') === null) set.createUser({ user: 'four-good', ...office });
else set.updateUser('four-good', office);
print(`${SET}: ${members.join(', ')}`);
