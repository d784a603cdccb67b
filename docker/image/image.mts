/**
 * Builds the layers of the image without an engine, and runs what comes out of it as a container would: as another user,
 * on files that cannot be written. The steps are those of the Dockerfile; what an engine adds (the base image, namespaces)
 * is not tried.
 *
 *   npm run docker:image
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, linkSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, post, untilReady } from '../../scripts/running.mts';
import { CarriedOut } from './carried-out.mts';
import { DockerIgnore } from './docker-ignore.mts';
import { stagesOf } from './dockerfile.mts';
import { listed, shippedPackages } from './packages.mts';
import { StartedImage } from './started-image.mts';

const PROJECT = join(import.meta.dirname, '..', '..');
const QUESTION = '{ organisations(first: 1) { edges { cursor } } }';

const workspace = mkdtempSync(join(tmpdir(), 'four-good-image-'));
chmodSync(workspace, 0o755);
process.once('exit', () => {
  execFileSync('chmod', ['-R', 'u+w', workspace]);
  execFileSync('rm', ['-rf', workspace]);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const read = (file: string): string => readFileSync(join(PROJECT, file), 'utf8');

function expect(isPassed: boolean, otherwise: string): void {
  if (!isPassed) throw new Error(otherwise);
}

/** Stands for the base image: the Node of this project, under a path that everybody may read. */
function nodeFolder(): string {
  const folder = join(workspace, 'node');
  mkdirSync(folder);
  const node = join(folder, 'node');
  try {
    linkSync(process.execPath, node);
  } catch {
    copyFileSync(process.execPath, node);
  }
  return folder;
}

const stages = stagesOf(read('docker/Dockerfile'));
const runtime = stages.at(-1);
if (runtime === undefined) throw new Error('The Dockerfile has no stage');
const base = `node:${process.versions.node}-bookworm-slim`;
expect(stages[0]?.from === base, `The base image is ${stages[0]?.from}, the tests run on ${base}`);

const node = nodeFolder();
const files = new DockerIgnore(read('.dockerignore')).contextOf(PROJECT);
const built = new CarriedOut(workspace, { folder: PROJECT, files }, node);
for (const stage of stages) {
  console.log(`Stage ${stage.name}`);
  built.carryOut(stage);
}

const lock = JSON.parse(read('package-lock.json')) as Parameters<typeof shippedPackages>[0];
const { missing, superfluous } = shippedPackages(lock, built.workingFolderOf(runtime.name));
expect(missing.length === 0, `Not in the image: ${listed(missing)}`);
expect(superfluous.length === 0, `In the image, and not for it: ${listed(superfluous)}`);

const image = new StartedImage(runtime, built.rootOf(runtime.name), {
  workingFolder: built.workingFolderOf(runtime.name),
  nodeFolder: node,
  temporaryFolder: join(workspace, 'tmp'),
});
image.makeReadOnly();
expect(image.run(['sh', '-c', 'touch here']).code !== 0, 'The programs could be written');

function tokenOf(role: string): string {
  const made = image.run(['token', '--actor', 'm1', '--role', role, '--organisation', 'cell-1']);
  expect(made.code === 0, `No token is made: ${made.stderr}`);
  return made.stdout.trim();
}

const service = await image.startCommand();
await untilReady(service.url);
expect(service.checkHealth() === 0, 'The health check of a ready service fails');

// An empty service knows no organisation yet; an operator belongs to none.
const answer = JSON.stringify(await ask(service.url, QUESTION, {}, tokenOf('OPERATOR')));
expect(answer === '{"organisations":{"edges":[]}}', `An empty service answers ${answer}`);
const { status } = await post(service.url, QUESTION);
expect(status === 401, `Without a token the answer is ${status}`);
await service.stop();

const projector = await image.start(['projector']);
await untilReady(projector.url);
expect(projector.checkHealth() === 0, 'The health check of a ready projector fails');
await projector.stop();

// Neither beside the bundle nor where it is started can the report be written.
const bundle = join(workspace, 'bundle');
execFileSync('cp', ['-r', join(PROJECT, 'samples', 'ward-2024'), bundle]);
execFileSync('chmod', ['-R', 'a+rX,a-w', bundle]);
const imported = image.run(['import', bundle]);
expect(imported.code === 0, `The sample is not imported: ${imported.stderr}`);
expect(
  imported.stdout.includes('file,row,outcome'),
  `There is no report of it: ${imported.stdout}`,
);
expect(tokenOf('AUDITOR') !== '', 'An auditor of a recorded organisation gets no token');

for (const command of ['backup', 'import', 'migrate', 'rebuild']) {
  const { code, stderr } = image.run([command, '--help']);
  expect(code === 0, `${command} does not start: ${stderr}`);
}
console.log('The layers were built, and what is in them ran on files that cannot be written');
