/**
 * `compare-answers.mts BEFORE AFTER [DATA_DIR…] [--every=N]`: asks two built checkouts of this project the same
 * questions over the same facts, and prints where their answers differ.
 *
 * Each records the sample year and every bundle of `../shared/data` for itself: what is recorded is compared, too. Then
 * AFTER opens what BEFORE recorded (all of these in one folder, and each DATA_DIR given, which must be BEFORE's), once
 * with the read models of BEFORE beside its own and once without. Ends with 1 when there is a difference that
 * `answers/allowed.mts` does not name. With `--every=N`, lists are asked for in full, but only with one in N of their
 * filters: in a fraction of the time.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { answerTo } from './answers/asking.mts';
import { Checkout, storedEvents } from './answers/checkout.mts';
import type { RunningCheckout, StoredEvent } from './answers/checkout.mts';
import type { Json } from './answers/json.mts';
import { withTexts } from './answers/json.mts';
import { questions } from './answers/questions.mts';
import type { Question } from './answers/questions.mts';
import { namesOf } from './answers/same-names.mts';
import type { Names } from './answers/same-names.mts';
import { Tally } from './answers/tally.mts';
import { Values } from './answers/values.mts';

const AT_A_TIME = 4;
const BUNDLES = join(import.meta.dirname, '..', '..', 'shared', 'data');

const {
  positionals: [beforeFolder, afterFolder, ...recordings],
  values: { every },
} = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' } },
});
if (beforeFolder === undefined || afterFolder === undefined) {
  throw new Error('usage: compare-answers.mts BEFORE AFTER [DATA_DIR…] [--every=N]');
}
const before = new Checkout('before', resolve(beforeFolder));
const after = new Checkout('after', resolve(afterFolder));
const tally = new Tally();
const workspace = mkdtempSync(join(tmpdir(), 'four-good-answers-'));
process.once('exit', () => rmSync(workspace, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

function emptyFolder(): string {
  return mkdtempSync(join(workspace, 'data-'));
}

/** A service to ask. */
interface Asked {
  readonly service: RunningCheckout;
  /** Where the ids of its events are its own. */
  readonly names?: Names;
}

async function answered({ service, names }: Asked, question: Question): Promise<Json> {
  if (names === undefined) return answerTo(service, question);
  const variables = withTexts(question.variables, names.idOf);
  return names.named(await answerTo(service, { ...question, variables }));
}

/** Asks the first service and the others the same about these events, and stops them all. */
async function compareAnswers(
  title: string,
  events: readonly StoredEvent[],
  first: Asked,
  others: Readonly<Record<string, Asked>>,
): Promise<void> {
  const started = performance.now();
  const toAsk = questions(before.schema, new Values(events)).filter(
    ({ pages }, index) =>
      pages === undefined || pages.most === Infinity || index % Number(every) === 0,
  );
  const waiting = toAsk.values();
  const askOn = async (): Promise<void> => {
    for (const question of waiting) {
      const expected = answered(first, question);
      for (const [name, other] of Object.entries(others)) {
        const inWords = `${title}${name}: ${question.query} ${JSON.stringify(question.variables)}`;
        tally.compare(question.query, await expected, await answered(other, question), inWords);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, askOn));
  for (const { service } of [first, ...Object.values(others)]) await service.stop();
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${title}: ${events.length} events, ${toAsk.length} questions, ${seconds} s`);
}

/** Both record the same, each for itself. */
async function compareRecordings(
  title: string,
  record: (checkout: Checkout, dataDir: string) => unknown,
): Promise<void> {
  const [left, right] = [emptyFolder(), emptyFolder()];
  await record(before, left);
  await record(after, right);
  const [was, is] = [storedEvents(left), storedEvents(right)];
  const [names, otherNames] = [namesOf(was), namesOf(is)];
  const events = was.map((event) => names.named(event));
  tally.compare(
    'events',
    events,
    is.map((event) => otherNames.named(event)),
    title,
  );
  await compareAnswers(
    title,
    events,
    { service: await before.start(left, '--empty'), names },
    { '': { service: await after.start(right, '--empty'), names: otherNames } },
  );
}

/** What BEFORE recorded is opened by AFTER. */
async function compareOpened(title: string, recorded: string): Promise<void> {
  const [left, kept, anew] = [emptyFolder(), emptyFolder(), emptyFolder()];
  for (const folder of [left, kept, anew]) cpSync(recorded, folder, { recursive: true });
  for (const file of readdirSync(anew)) {
    if (file.startsWith('views.db')) rmSync(join(anew, file));
  }
  const open = async (checkout: Checkout, folder: string): Promise<Asked> => ({
    service: await checkout.start(folder, '--empty'),
  });
  const events = storedEvents(left);
  await compareAnswers(title, events, await open(before, left), {
    ', read models kept': await open(after, kept),
    ', read models built anew': await open(after, anew),
  });
}

async function recordSample(checkout: Checkout, dataDir: string): Promise<void> {
  await (await checkout.start(dataDir)).stop();
}

/** The presets as a bundle of their own. */
function presetsBundle(): string {
  const bundle = join(workspace, 'presets');
  mkdirSync(join(bundle, 'frameworks'), { recursive: true });
  for (const file of readdirSync(before.presets).filter((name) => name.endsWith('.json'))) {
    cpSync(join(before.presets, file), join(bundle, 'frameworks', file));
  }
  return bundle;
}

const bundles = [
  ...(existsSync(BUNDLES) ? readdirSync(BUNDLES).map((name) => join(BUNDLES, name)) : []),
  presetsBundle(),
];

await compareRecordings('sample year', recordSample);
for (const bundle of bundles) {
  const reports: Json[] = [];
  await compareRecordings(basename(bundle), (checkout, dataDir) =>
    reports.push(checkout.import(bundle, dataDir, workspace)),
  );
  const [was = null, is = null] = reports;
  tally.compare('import report', was, is, bundle);
}

const all = emptyFolder();
await recordSample(before, all);
for (const bundle of bundles) before.import(bundle, all, workspace);
await compareOpened('recorded before', all);
for (const recording of recordings) await compareOpened(basename(recording), resolve(recording));

tally.print();
console.log(`${tally.undecided} kinds of differences that nobody decided`);
process.exitCode = tally.undecided === 0 ? 0 : 1;
