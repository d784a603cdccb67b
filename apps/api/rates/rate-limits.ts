import type { Actor } from '#vocabulary';
import { rateLimited } from '../errors';
import { CostBudgets } from './cost-budgets';

/** Far more than an installation has people and programs at a time. */
const MOST_KEPT = 50_000;

/** Costs of what is not priced by the values of an answer, in values. */
export const COSTS = {
  /** Of every operation: to read it, and who asks. */
  operation: 100,
  /** Of its text that cost one more, to parse and to validate it. */
  charactersOfText: 20,
  /** To decide, store and count a command. */
  command: 250,
  /** To find and fold what was known at a moment. */
  moment: 2_000,
  /** Of reading a bundle, whatever becomes of its rows. */
  import: 100_000,
  /** Of opening a stream of events. */
  stream: 2_000,
  /** Of an event in a page for programs. */
  event: 20,
} as const;

/** Of an operation by its text, before anything is known of it: it is parsed and validated, whatever becomes of it. */
export function costOfText(text = ''): number {
  return COSTS.operation + Math.ceil(text.length / COSTS.charactersOfText);
}

export interface RateLimitsOptions {
  /** Values a minute; without it, nobody is limited. */
  readonly perMinute?: number | undefined;
  /** Whoever is on the machine itself can stop the service in other ways. */
  readonly unlimited: Actor;
  readonly onLimited?: () => void;
  readonly now?: () => number;
}

/**
 * What everybody may ask for in a minute, by cost: whether in one large operation or in many small ones, over HTTP, a
 * feed or a web socket. Somebody with several roles has a budget in each.
 */
export class RateLimits {
  private readonly budgets: CostBudgets | undefined;
  private readonly unlimited: Actor;
  private readonly onLimited: () => void;

  constructor({ perMinute, unlimited, onLimited = () => undefined, now }: RateLimitsOptions) {
    this.unlimited = unlimited;
    this.onLimited = onLimited;
    if (perMinute === undefined) return;
    this.budgets = new CostBudgets({ perMinute, mostKept: MOST_KEPT, ...(now && { now }) });
  }

  /** @throws ApiError `RATE_LIMITED` with when to ask again; then nothing is spent */
  take(actor: Actor, cost: number): void {
    if (actor === this.unlimited || this.budgets === undefined) return;
    const { id, role, organisation } = actor;
    const wait = this.budgets.take(JSON.stringify([id, role, organisation]), cost);
    if (wait === 0) return;
    this.onLimited();
    throw rateLimited(wait);
  }
}
