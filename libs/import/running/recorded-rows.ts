import { aggregateOf } from '#domain';
import type { DomainCommand } from '#domain';
import type { EventLog, RecordedEvent } from '#event-log';
import type { RowCommand } from '../tables';
import { appraisalDifferences, differencesOf } from './row-differences';
import type { Difference } from './difference';
import type { RowNow } from './row-differences';
import type { RowIdentity } from './row-identity';

/** A row as it would be recorded now, and as it would have been told apart by its spelling. */
export interface RowToFind extends RowNow {
  readonly identity: RowIdentity;
  readonly spelled: RowIdentity;
  /** As the cells are spelled, where this leads to another stream. */
  readonly spelledCommands?: readonly RowCommand[];
}

/** Rows that an import recorded, found in the log by their keys. */
export class RecordedRows {
  constructor(private readonly log: Pick<EventLog, 'readStreamSlice'>) {}

  /**
   * Whether the row was recorded under a key that it has only by its spelling, as rows once were. A row whose key has
   * one spelling needs no look.
   */
  async isThereAsSpelled(row: RowToFind): Promise<boolean> {
    const { key, digest } = row.spelled;
    if (key === row.identity.key) return false;
    for (const stream of streamsOf(row)) {
      const events = withKeys(await this.log.readStreamSlice(stream, 0), [key]);
      if (events.some(({ metadata }) => metadata.source?.digest === digest)) return true;
    }
    return false;
  }

  /** Whether it was recorded under a key that says the same in another spelling: `2024.0` for 2024. */
  async isThereOtherwiseSpelled(row: RowToFind): Promise<boolean> {
    const { key } = row.identity;
    for (const stream of streamsOf(row)) {
      const events = withKeys(await this.log.readStreamSlice(stream, 0), [key]);
      if (events.some(({ metadata }) => metadata.source?.key !== key)) return true;
    }
    return false;
  }

  /** What the row says otherwise than when it was recorded: nothing, where only its spelling has changed. */
  async differencesOf(row: RowToFind): Promise<readonly Difference[]> {
    const [stream] = streamsOf(row);
    if (stream === undefined) return [];
    const { identity, spelled } = row;
    const all = await this.log.readStreamSlice(stream, 0);
    const events = withKeys(all, [identity.key, spelled.key]);
    const isAsSpelled = events.some(({ metadata }) => metadata.source?.digest === spelled.digest);
    if (isAsSpelled) return [];
    const found = differencesOf(row, events);
    const isAssessment = identity.key.startsWith('assessments/');
    return isAssessment ? [...found, ...appraisalDifferences(row.valueAt, all)] : found;
  }
}

function withKeys(
  events: readonly RecordedEvent[],
  keys: readonly string[],
): readonly RecordedEvent[] {
  const plain = keys.map(plainKey);
  return events.filter(
    ({ metadata: { source } }) => source !== undefined && plain.includes(plainKey(source.key)),
  );
}

function plainKey(key: string): string {
  return key.normalize('NFC').replaceAll(/(?<=\/)(\d+)\.0+(?=\/|$)/g, '$1');
}

function streamsOf({ commands, spelledCommands = [] }: RowToFind): readonly string[] {
  const streams = [commands[0], ...spelledCommands].flatMap((given) =>
    given === undefined
      ? []
      : [aggregateOf(given.command).streamOf(given.command as DomainCommand)],
  );
  return [...new Set(streams)];
}
