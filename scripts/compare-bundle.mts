/**
 * `compare-bundle.mts FOLDER`: imports a bundle into an empty service with the real command, and
 * compares every scorecard, asked over HTTP, with the bundle's `expected.json`. Then imports it
 * again, which must add nothing, and has its history exported, verified and replayed by the auditor's
 * tool alone.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { scorecardDifferences, SCORECARD_QUERY } from './scorecard-differences.mts';
import type { AnsweredScorecard, ExpectedScorecard } from './scorecard-differences.mts';
import { replayedApart } from './replayed-apart.mts';
import { environment, startService } from './service.mts';
import type { Service } from './service.mts';

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: compare-bundle.mts FOLDER');

const workspace = mkdtempSync(join(tmpdir(), 'four-good-bundle-'));
process.once('exit', () => {
  rmSync(workspace, { recursive: true, force: true });
});
// The import writes its report beside the bundle, which may be read-only.
const bundle = join(workspace, basename(source));
cpSync(source, bundle, { recursive: true });
const dataDir = join(workspace, 'data');

function importBundle() {
  const { status } = spawnSync('npm', ['run', 'import', '--silent', '--', bundle], {
    env: environment(dataDir),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm run import ended with ${String(status)}, not 0`);
}

async function asked<T>(question: (service: Service) => Promise<T>): Promise<T> {
  const service = await startService(dataDir);
  const answer = await question(service);
  await service.stop();
  return answer;
}

function yearsByOrganisation(): Map<string, number> {
  const [header = '', ...rows] = readFileSync(join(bundle, 'pledges.csv'), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const columns = header.split(',');
  const [year, organisation] = [columns.indexOf('year'), columns.indexOf('organisation')];
  return new Map(
    rows
      .map((row) => row.split(','))
      .map((cells) => [cells[organisation] ?? '', Number(cells[year])]),
  );
}

const expected = JSON.parse(readFileSync(join(bundle, 'expected.json'), 'utf8')) as Record<
  string,
  ExpectedScorecard
>;
const years = yearsByOrganisation();
const [bundleYear = 0] = years.values();

async function differences(service: Service): Promise<string[]> {
  const found: string[] = [];
  for (const [organisation, scorecard] of Object.entries(expected)) {
    // One that did not pledge has no row of its own; the bundle is of one year.
    const year = years.get(organisation) ?? bundleYear;
    const answer = await service.ask(SCORECARD_QUERY, { organisation, year });
    const answered = answer.scorecard as AnsweredScorecard | null;
    found.push(
      ...scorecardDifferences(scorecard, answered).map((text) => `${organisation}: ${text}`),
    );
  }
  return found;
}

async function lastPosition(service: Service): Promise<string> {
  const answer = await service.ask(
    '{ history(filter: {}, last: 1) { edges { node { position } } } }',
  );
  return JSON.stringify(answer);
}

importBundle();
const [found, position] = await asked(async (service) => [
  await differences(service),
  await lastPosition(service),
]);
importBundle();
const [foundAgain, positionAgain, foundApart] = await asked(async (service) => [
  await differences(service),
  await lastPosition(service),
  replayedApart(service),
]);

const faults = [
  ...found,
  ...foundAgain.map((text) => `imported again: ${text}`),
  ...(position === positionAgain
    ? []
    : [`imported again: the last event was ${position}, is ${positionAgain}`]),
  ...foundApart.map((text) => `replayed without the service: ${text}`),
];
for (const fault of faults) console.error(fault);
console.log(
  `${basename(source)}: ${Object.keys(expected).length} scorecards compared, ${faults.length} differences`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
