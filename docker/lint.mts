/**
 * Checks what an engine reads, without one: the compose files against their schema and the rules of dclint, the Dockerfile
 * against those of dockerfile-utils.
 *
 *   npm run docker:check
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';

const FOLDER = import.meta.dirname;
const COMPOSE_FILES = ['compose.yml', 'compose.cluster.yml', 'compose.smoke.yml'];

const dclint = join(FOLDER, '..', 'node_modules', 'dclint', 'bin', 'dclint.cjs');
const { status } = spawnSync(
  process.execPath,
  [dclint, '--max-warnings', '0', '--config', '.dclintrc.json', ...COMPOSE_FILES],
  { cwd: FOLDER, stdio: 'inherit' },
);

const complaints = validate(readFileSync(join(FOLDER, 'Dockerfile'), 'utf8'));
for (const { message, range } of complaints) {
  const text = typeof message === 'string' ? message : message.value;
  console.error(`docker/Dockerfile:${range.start.line + 1}: ${text}`);
}
process.exitCode = status === 0 && complaints.length === 0 ? 0 : 1;
