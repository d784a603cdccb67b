/**
 * `compare-answers.mts BEFORE AFTER [DATA_DIR…]`: asks two built checkouts of this project the same questions over the
 * same facts, and prints where their answers differ.
 *
 * Each records the sample year and every bundle of `../shared/data` for itself: what is recorded is compared, too. Then
 * AFTER opens what BEFORE recorded (all of these in one folder, and each DATA_DIR given, which must be BEFORE's), once
 * with the read models of BEFORE beside its own and once without. Ends with 1 when there is a difference that
 * `answers/allowed.mts` does not name.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { answerTo } from './answers/asking.mts';
import { Checkout, storedEvents } from './answers/checkout.mts';
import type { RunningCheckout } from './answers/checkout.mts';
import type { Json } from './answers/json.mts';
import { questions } from './answers/questions.mts';
import { sameNames } from './answers/same-names.mts';
import { Tally } from './answers/tally.mts';
import { Values } from './answers/values.mts';

const AT_A_TIME = 4;
const BUNDLES = join(import.meta.dirname, '..', '..', 'shared', 'data');

const [beforeFolder, afterFolder, ...recordings] = process.argv.slice(2);
if (beforeFolder === undefined || afterFolder === undefined) {
  throw new Error('usage: compare-answers.mts BEFORE AFTER [DATA_DIR…]');
}
const before = new Checkout('before', resolve(beforeFolder));
const after = new Checkout('after', resolve(afterFolder));
const tally = new Tally();
const workspace = mkdtempSync(join(tmpdir(), 'four-good-answers-'));
process.once('exit', () => rmSync(workspace, { recursive: true, force: true }));

function emptyFolder(): string {
  return mkdtempSync(join(workspace, 'data-'));
}

type Naming = (answer: Json) => Json;
const asTheyAre: Naming = (answer) => answer;

/** Asks two services about the facts that `left` holds, and closes both. */
async function compareAnswers(
  title: string,
  [left, leftDir, leftNames]: readonly [RunningCheckout, string, Naming],
  [right, , rightNames]: readonly [RunningCheckout, string, Naming],
): Promise<void> {
  const asked = questions(before.schema, new Values(storedEvents(leftDir)));
  const waiting = asked.values();
  const askNext = async (): Promise<void> => {
    for (const question of waiting) {
      const [was, is] = await Promise.all([answerTo(left, question), answerTo(right, question)]);
      const { query, variables, pages } = question;
      const inWords = `${title}: ${query} ${JSON.stringify(variables)} ${pages?.direction ?? ''}`;
      tally.compare(query, leftNames(was), rightNames(is), inWords);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, askNext));
  await Promise.all([left.stop(), right.stop()]);
  console.log(`${title}: ${asked.length} questions asked`);
}

/** Both record the same for themselves. */
async function compareRecordings(
  title: string,
  record: (checkout: Checkout, dataDir: string) => Promise<void>,
): Promise<void> {
  const [leftDir, rightDir] = [emptyFolder(), emptyFolder()];
  await record(before, leftDir);
  await record(after, rightDir);
  const [was, is] = [storedEvents(leftDir), storedEvents(rightDir)];
  const [leftNames, rightNames] = [sameNames(was), sameNames(is)];
  tally.compare('events', leftNames(was), rightNames(is), title);
  console.log(`${title}: ${was.length} events recorded`);
  const services = [
    await before.start(leftDir, '--empty'),
    await after.start(rightDir, '--empty'),
  ] as const;
  await compareAnswers(
    title,
    [services[0], leftDir, leftNames],
    [services[1], rightDir, rightNames],
  );
}

/** What BEFORE recorded is opened by AFTER. */
async function compareOpened(
  title: string,
  recorded: string,
  views: 'kept' | 'built anew',
): Promise<void> {
  const [leftDir, rightDir] = [emptyFolder(), emptyFolder()];
  for (const folder of [leftDir, rightDir]) cpSync(recorded, folder, { recursive: true });
  if (views === 'built anew') {
    for (const file of readdirSync(rightDir)) {
      if (file.startsWith('views.db')) rmSync(join(rightDir, file));
    }
  }
  await compareAnswers(
    `${title}, read models ${views}`,
    [await before.start(leftDir, '--empty'), leftDir, asTheyAre],
    [await after.start(rightDir, '--empty'), rightDir, asTheyAre],
  );
}

async function recordSample(checkout: Checkout, dataDir: string): Promise<void> {
  await (await checkout.start(dataDir)).stop();
}

function importInto(bundle: string) {
  return (checkout: Checkout, dataDir: string): Promise<void> => {
    reports.set(checkout, checkout.import(bundle, dataDir, workspace));
    return Promise.resolve();
  };
}
const reports = new Map<Checkout, string>();

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
  await compareRecordings(basename(bundle), importInto(bundle));
  tally.compare('import report', reports.get(before) ?? null, reports.get(after) ?? null, bundle);
}

const all = emptyFolder();
await recordSample(before, all);
for (const bundle of bundles) before.import(bundle, all, workspace);
for (const recorded of [all, ...recordings.map((folder) => resolve(folder))]) {
  const title = recorded === all ? 'recorded before' : recorded;
  await compareOpened(title, recorded, 'built anew');
  await compareOpened(title, recorded, 'kept');
}

tally.print();
console.log(`${tally.undecided} kinds of differences that nobody decided`);
process.exitCode = tally.undecided === 0 ? 0 : 1;
