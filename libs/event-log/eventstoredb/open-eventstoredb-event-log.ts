import { WakeUps } from '../wake-ups';
import { AllReads } from './all-reads';
import { AppendAttempts } from './append-attempts';
import { Appends } from './appends';
import { Arrivals } from './arrivals';
import { connectionStringOf, type Credentials } from './connection-string';
import { ConnectionStringInvalid } from './errors';
import { EventStoreDbEventLog } from './eventstoredb-event-log';
import { KnownIds } from './known-ids';
import { OurStreams } from './our-streams';
import { RETRY_POLICY, type RetryPolicy } from './retry-policy';
import { PlaceReads } from './place-reads';
import { RangeCount } from './range-count';
import { RenewableClient } from './renewable-client';
import { Sightings } from './sightings';
import { StoreReads } from './store-reads';
import { StreamReads } from './stream-reads';

export interface OpenEventStoreDbEventLogOptions {
  /** `esdb://HOST?…` or `esdb+discover://HOST?…`; TLS unless `tls=false`, its authority in `tlsCAFile`. */
  readonly url: string;
  readonly credentials?: Credentials;
  /** Beginnings of the names of our streams. Default: every stream that is not the store's own. */
  readonly categories?: readonly string[];
  /** Comes before the name of every stream in the store, and is not seen outside. Default none. */
  readonly namespace?: string;
  /**
   * Gives `recordedAt`, to be kept with each event: for copying a log, whose events were recorded before. Default:
   * the store's own time of recording.
   */
  readonly clock?: () => Date;
  readonly retryPolicy?: Partial<RetryPolicy>;
}

/**
 * Opens the event log in EventStoreDB. Nothing is asked of the store yet: one that is away makes the calls fail,
 * not the opening.
 *
 * @throws ConnectionStringInvalid
 */
export function openEventStoreDbEventLog(
  options: OpenEventStoreDbEventLogOptions,
): EventStoreDbEventLog {
  const { url, credentials, categories, namespace = '', clock } = options;
  const retryPolicy = { ...RETRY_POLICY, ...options.retryPolicy };
  const connection = connectionStringOf(url, credentials);
  // Two, since giving up on a client ends all its calls: appends that hang must not cut short what is being read.
  const [forAppends, forReads] = [clientFor(connection), clientFor(connection)];
  const streams = new OurStreams(namespace, categories);
  const storeReads = new StoreReads(forReads, retryPolicy);
  const reads = new StreamReads(storeReads, streams);
  const allReads = new AllReads(storeReads, streams);
  const wakeUps = new WakeUps();
  const knownIds = new KnownIds(reads);
  const sightings = new Sightings(streams, retryPolicy.sightingMs);
  const attempts = new AppendAttempts({
    client: forAppends,
    reads,
    streams,
    sightings,
    retryPolicy,
  });
  const release = async () => {
    storeReads.close();
    await Promise.all([forAppends.close(), forReads.close()]);
  };
  return new EventStoreDbEventLog({
    appends: new Appends(attempts, knownIds, reads, streams),
    streamReads: reads,
    allReads,
    placeReads: new PlaceReads(storeReads, streams),
    rangeCount: new RangeCount(allReads),
    knownIds,
    arrivals: new Arrivals({ client: forReads, streams, wakeUps, sightings, retryPolicy }),
    wakeUps,
    retryPolicy,
    clock,
    release,
  });
}

function clientFor(connection: string): RenewableClient {
  try {
    return new RenewableClient(connection);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConnectionStringInvalid(reason, { cause: error });
  }
}
