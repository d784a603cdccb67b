import { createHash } from 'node:crypto';
import { rateLimited } from '../errors';
import { CostBudgets } from './cost-budgets';
import type { ClientAddresses, ComingFrom } from './client-addresses';

/** How often one address may fail to say who asks, in a minute. */
const FAILURES_PER_MINUTE = 300;

/** Addresses, and tokens that were good, that are remembered. */
const MOST_KEPT = 10_000;

/**
 * Bounds the guessing of tokens, by address. From an address that has failed too often a token that was never good is
 * not even looked at; those that were go on, so that nobody behind the same proxy or office router is locked out.
 */
export class FailedAttempts {
  private readonly failures: CostBudgets;
  /** Not the tokens themselves. */
  private readonly good = new Set<string>();

  constructor(
    private readonly addresses: ClientAddresses,
    private readonly onLimited: () => void = () => undefined,
    now?: () => number,
  ) {
    this.failures = new CostBudgets({
      perMinute: FAILURES_PER_MINUTE,
      mostKept: MOST_KEPT,
      ...(now && { now }),
    });
  }

  /** @throws ApiError `RATE_LIMITED` */
  requireLeft(request: ComingFrom, token: string | undefined): void {
    if (token !== undefined && this.good.has(digestOf(token))) return;
    const wait = this.failures.waitOf(this.addresses.of(request));
    if (wait === 0) return;
    this.onLimited();
    throw rateLimited(wait);
  }

  failed(request: ComingFrom): void {
    this.failures.take(this.addresses.of(request), 1);
  }

  succeeded(token: string): void {
    const digest = digestOf(token);
    // Those in use stay: the one that was not used for longest is forgotten.
    this.good.delete(digest);
    this.good.add(digest);
    if (this.good.size <= MOST_KEPT) return;
    const [oldest = ''] = this.good;
    this.good.delete(oldest);
  }
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
