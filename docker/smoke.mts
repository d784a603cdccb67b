/**
 * Starts one of the compose files with an engine, checks what runs, and takes it down again with all it kept. Never on an
 * installation that is used: it is a project of its own, but the port may be taken.
 *
 *   node docker/smoke.mts [--cluster] [--stores]
 *
 * `--cluster` is compose.cluster.yml, and ends each projector and each service once. `--stores` runs `npm run test:stores`
 * and the contract of event logs on the stores of compose.yml besides.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkInstallation } from './installation-checks.mts';

const { values } = parseArgs({
  options: { cluster: { type: 'boolean' }, stores: { type: 'boolean' } },
});
const isCluster = values.cluster === true;
const testsStores = values.stores === true;
if (isCluster && testsStores) throw new Error('--stores is for one machine, without --cluster');

const FOLDER = import.meta.dirname;
const PROJECT = join(FOLDER, '..');
const PORT = process.env.PORT ?? '3000';
const files = isCluster
  ? ['compose.cluster.yml']
  : ['compose.yml', ...(testsStores ? ['compose.smoke.yml'] : [])];
const service = isCluster ? 'api-1' : 'api';

function compose(...words: readonly string[]): string {
  const named = files.flatMap((file) => ['--file', join(FOLDER, file)]);
  return execFileSync(
    'docker',
    ['compose', '--project-name', 'four-good-smoke', ...named, ...words],
    {
      encoding: 'utf8',
      env: { ...process.env, PORT },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
}

function token(): string {
  const holder = ['--actor', 'smoke', '--role', 'OPERATOR', '--organisation', 'local'];
  return compose('exec', '--no-TTY', service, 'token', ...holder, '--expires', '1h').trim();
}

async function check(step: string): Promise<void> {
  console.log(step);
  await checkInstallation({ urls: [`http://127.0.0.1:${PORT}/graphql`], token: token() });
}

/** Of whatever is away, another takes the place. */
async function endEachOnce(): Promise<void> {
  for (const name of ['projector-1', 'projector-2', 'api-2', 'mongodb-2', 'eventstore-2']) {
    compose('kill', name);
    await check(`${name} was killed`);
    compose('up', '--detach', '--wait', '--no-deps', name);
  }
  await check('All are back');
}

function testStores(): void {
  const password = readFileSync(join(FOLDER, 'secrets', 'mongodb-root-password'), 'utf8');
  const env = {
    ...process.env,
    TEST_EVENTSTORE_URL: 'esdb://127.0.0.1:12113?tls=false',
    TEST_MONGODB_URL: `mongodb://root:${password}@127.0.0.1:37017/?authSource=admin&directConnection=true`,
  };
  const run = (...words: readonly string[]) =>
    execFileSync('npm', words, { cwd: PROJECT, env, stdio: 'inherit' });
  run('run', 'test:stores');
  run('test', '--', 'libs/event-log/eventstoredb/eventstoredb-event-log');
}

if (spawnSync('docker', ['compose', 'version']).status !== 0) {
  throw new Error('There is no Docker with Compose 2 here');
}
execFileSync('sh', [join(FOLDER, 'make-secrets.sh')], { stdio: 'inherit' });
try {
  compose('up', '--detach', '--build', '--wait', '--wait-timeout', '600');
  await check('Everything has started');
  if (isCluster) await endEachOnce();
  if (testsStores) testStores();
  compose('restart');
  await check('Everything was restarted');
  console.log('The smoke test passed');
} catch (error) {
  console.error(compose('ps', '--all'));
  console.error(compose('logs', '--tail', '50'));
  throw error;
} finally {
  compose('down', '--volumes', '--timeout', '60');
}
