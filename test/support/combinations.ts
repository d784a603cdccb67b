import { randomUUID } from 'node:crypto';
import { TestDatabases } from '#read-models/mongodb/testing';
import type { TestStores } from '../../apps/api/testing/test-api';
import { EventStoreDouble } from '../eventstore-double';

/** What a service keeps its log in, and what its read models. */
export interface Combination {
  readonly log: 'SQLite' | 'EventStoreDB';
  readonly readModels: 'SQLite' | 'MongoDB';
}

export const COMBINATIONS: readonly Combination[] = [
  { log: 'SQLite', readModels: 'SQLite' },
  { log: 'EventStoreDB', readModels: 'SQLite' },
  { log: 'SQLite', readModels: 'MongoDB' },
  { log: 'EventStoreDB', readModels: 'MongoDB' },
];

/** Stores of their own for one suite. */
export interface OwnStores {
  /** What is not said is in files of the data folder. */
  readonly addresses: TestStores;
  remove(): Promise<void>;
}

export function nameOf({ log, readModels }: Combination): string {
  return `log in ${log}, read models in ${readModels}`;
}

/**
 * Suites on every combination of stores. MongoDB is the server at TEST_MONGODB_URL; without it, those suites are
 * reported as skipped, by name. EventStoreDB is the server at TEST_EVENTSTORE_URL; without it, its double.
 */
export function onEveryCombination(suites: (combination: Combination) => void): void {
  onCombinations(COMBINATIONS, suites);
}

/** Fewer, with each kind of store among them. All of them where TEST_EVERY_COMBINATION is set. */
export const EACH_STORE: readonly Combination[] = eachStore();

/** Suites that take long. */
export function onEachStore(suites: (combination: Combination) => void): void {
  onCombinations(EACH_STORE, suites);
}

function eachStore(): readonly Combination[] {
  if (address('TEST_EVERY_COMBINATION') !== undefined) return COMBINATIONS;
  const isMongoDbThere = address('TEST_MONGODB_URL') !== undefined;
  return [
    { log: 'SQLite', readModels: 'SQLite' },
    { log: 'EventStoreDB', readModels: isMongoDbThere ? 'MongoDB' : 'SQLite' },
  ];
}

function onCombinations(
  combinations: readonly Combination[],
  suites: (combination: Combination) => void,
): void {
  for (const combination of combinations) {
    if (canRun(combination)) describe(nameOf(combination), () => suites(combination));
    else {
      const name = `${nameOf(combination)} (needs TEST_MONGODB_URL)`;
      describe.skip(name, () => suites(combination));
    }
  }
}

function canRun({ readModels }: Combination): boolean {
  return readModels === 'SQLite' || address('TEST_MONGODB_URL') !== undefined;
}

export async function ownStores({ log, readModels }: Combination): Promise<OwnStores> {
  const eventLog = log === 'EventStoreDB' ? await ownEventStore() : undefined;
  const databases = readModels === 'MongoDB' ? ownDatabases() : undefined;
  return {
    addresses: {
      ...eventLog?.addresses,
      ...(databases === undefined ? {} : { readModelsUrl: databases.newUrl() }),
    },
    remove: async () => {
      await databases?.remove();
      await eventLog?.remove();
    },
  };
}

async function ownEventStore(): Promise<OwnStores> {
  const server = address('TEST_EVENTSTORE_URL');
  if (server === undefined) {
    const double = await EventStoreDouble.start();
    return { addresses: { eventLogUrl: double.url }, remove: () => double.stop() };
  }
  // A server that is not ours cannot be emptied: each log is in a corner of its own.
  const addresses = { eventLogUrl: server, eventLogNamespace: `${randomUUID()}:` };
  return { addresses, remove: () => Promise.resolve() };
}

function ownDatabases(): TestDatabases {
  const server = address('TEST_MONGODB_URL');
  if (server === undefined) throw new Error('There is no server at TEST_MONGODB_URL');
  return new TestDatabases(server);
}

function address(variable: string): string | undefined {
  const value = process.env[variable];
  return value === '' ? undefined : value;
}
