import { MongoClient, type MongoClientOptions } from 'mongodb';

export interface MongoAddress {
  /**
   * `mongodb://…` or `mongodb+srv://…`; names the database, or it is {@link DEFAULT_DATABASE}. What it says of the
   * timeouts wins over what is set here.
   */
  readonly url: string;
  /** Wins over the one in the URL. */
  readonly user?: string;
  readonly password?: string;
}

const DEFAULT_DATABASE = 'four-good';
const DATABASE_IN_URL = /^[^:]+:\/\/[^/?]+\/([^?]+)/;

/** Time limits after which the store counts as unavailable. The driver's own `timeoutMS` bounds nothing. */
const TIMEOUTS = {
  serverSelectionTimeoutMS: 2_000,
  connectTimeoutMS: 2_000,
  waitQueueTimeoutMS: 5_000,
  /** Of a page, or of a portion of writes. */
  socketTimeoutMS: 5_000,
  /** That a majority did not confirm is said by the server, before the connection is given up. */
  wtimeoutMS: 4_000,
  /** So that a server that is back is seen at once. */
  heartbeatFrequencyMS: 1_000,
} as const;
/** The limits for operations on a whole collection: building an index, emptying it. */
const LONG_ANSWER = { socketTimeoutMS: 10 * 60_000, wtimeoutMS: 9 * 60_000 } as const;

/**
 * Acknowledged is on the disks of a majority, and only that is read: what a failover could undo is never counted. Reads
 * go to the primary, so that what was acknowledged is seen.
 */
const CERTAINTY: MongoClientOptions = {
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  retryReads: true,
  retryWrites: true,
};

/** Positions need all 64 bits. */
const NUMBERS: MongoClientOptions = { useBigInt64: true };

export function databaseNameIn(url: string): string {
  return decodeURIComponent(DATABASE_IN_URL.exec(url)?.[1] ?? DEFAULT_DATABASE);
}

/** Connects by itself when it is first used, and again whenever the server is back. */
export function mongoClient(address: MongoAddress, kind: 'quick' | 'long'): MongoClient {
  const { url, user, password } = address;
  const inUrl = new URLSearchParams(url.split('?')[1]);
  const timeouts = Object.fromEntries(
    Object.entries(TIMEOUTS).map(([name, ms]) => [name, Number(inUrl.get(name) ?? ms)]),
  );
  const { wtimeoutMS = TIMEOUTS.wtimeoutMS, ...clientTimeouts } = {
    ...timeouts,
    ...(kind === 'long' ? LONG_ANSWER : {}),
  };
  return new MongoClient(url, {
    ...CERTAINTY,
    ...NUMBERS,
    ...clientTimeouts,
    writeConcern: { w: 'majority', journal: true, wtimeoutMS },
    appName: 'four-good',
    ...(user === undefined ? {} : { auth: { username: user, password: password ?? '' } }),
  });
}
