/** Starts the built service on an empty data folder, asks one query, ends it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from './service.mts';

const dataDir = mkdtempSync(join(tmpdir(), 'four-good-smoke-'));
process.once('exit', () => {
  rmSync(dataDir, { recursive: true, force: true });
});

const service = await startService(dataDir);
const answer = await service.ask('{ organisations(first: 1) { edges { cursor } } }');
await service.stop();

const expected = JSON.stringify({ organisations: { edges: [] } });
if (JSON.stringify(answer) !== expected) {
  throw new Error(`an empty service answered ${JSON.stringify(answer)}, not ${expected}`);
}
console.log('An empty service started, answered and stopped');
