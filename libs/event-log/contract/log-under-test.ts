import type { EventLog } from '../index';

/** A fresh, empty log of the adapter, and what the suite needs to do to its store. */
export interface LogUnderTest {
  readonly log: EventLog;
  /** Closes the log and opens the same store again. */
  readonly reopen: () => Promise<EventLog>;
  /** Closes whatever is open and removes the store. */
  readonly dispose: () => Promise<void>;
}

export type MakeLog = () => Promise<LogUnderTest>;

export interface ContractOptions {
  /**
   * How far the adapter sees that an id is stored already: in the whole log, or only in the stream appended to.
   * Default `log`.
   */
  readonly uniqueIds?: 'log' | 'stream';
}
