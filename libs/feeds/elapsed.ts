import { setTimeout as passed } from 'node:timers/promises';

/** Resolves when the time has passed, or at once when the signal is given. */
export type Elapsed = (ms: number, signal: AbortSignal) => Promise<void>;

/** This machine's time. */
export const untilPassed: Elapsed = (ms, signal) =>
  passed(ms, undefined, { signal }).catch(() => undefined);
