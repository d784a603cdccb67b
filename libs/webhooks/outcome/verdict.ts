import { meaningOf } from './answer';
import { retryAfter } from './retry-after';

/** What became of one attempt, as it is kept. */
export interface AttemptResult {
  readonly status?: number;
}

export type Verdict =
  | { readonly kind: 'TAKEN' }
  /** The webhook has ended. */
  | { readonly kind: 'GONE' }
  /** A dead letter: the next goes on. */
  | { readonly kind: 'DEAD' }
  | { readonly kind: 'RETRY'; readonly at: number }
  /** Nothing of it goes on. */
  | { readonly kind: 'EXHAUSTED' };

export interface Judging {
  /** Since the webhook was last resumed; the last of them is judged. */
  readonly attempts: readonly AttemptResult[];
  /** How long to wait after the first, the second … attempt. */
  readonly retriesMs: readonly number[];
  readonly retryAfter?: string | undefined;
  readonly now: number;
  /** From 0 to before 1: so that receivers that were away together are not asked together. */
  readonly random: number;
}

/** So often one is refused before it is taken to fail by itself. */
const REFUSALS = 5;
/** A wait is longer by this share at most, and never shorter than the schedule says. */
const JITTER = 0.1;

export function judge(judging: Judging): Verdict {
  const { attempts, retriesMs, now, random } = judging;
  const meanings = attempts.map(meaningOf);
  const last = meanings.at(-1) ?? 'FAILED';
  if (last === 'TAKEN' || last === 'GONE') return { kind: last };
  const delay = retriesMs[attempts.length - 1];
  const refused = meanings.filter((meaning) => meaning === 'REFUSED').length;
  // Where the schedule ends sooner, what was never anything but refused is a dead letter as well.
  const isDead = refused >= REFUSALS || (delay === undefined && refused === attempts.length);
  if (last === 'REFUSED' && isDead) return { kind: 'DEAD' };
  if (delay === undefined) return { kind: 'EXHAUSTED' };
  const scheduled = now + Math.ceil(delay * (1 + JITTER * random));
  return {
    kind: 'RETRY',
    at: Math.max(scheduled, retryAfter(judging.retryAfter, now) ?? scheduled),
  };
}
