const MS_PER_MINUTE = 60_000;

/** What one of them may still spend, as it was at a moment. */
interface Budget {
  readonly left: number;
  readonly at: number;
}

export interface CostBudgetsOptions {
  /** What each may spend in a minute, and at once after a minute of rest. */
  readonly perMinute: number;
  /** Budgets that are kept at a time. */
  readonly mostKept: number;
  /** Milliseconds that only grow, whatever is done to the clock of the machine. */
  readonly now?: () => number;
}

/**
 * A token bucket for each of many spenders. One that rested for a minute has all of its budget again and is forgotten,
 * so that memory grows with those who spend now. Of more than are kept, the one that rested longest begins anew.
 */
export class CostBudgets {
  /** In the order of their last spending. */
  private readonly budgets = new Map<string, Budget>();
  private readonly now: () => number;

  constructor(private readonly options: CostBudgetsOptions) {
    this.now = options.now ?? (() => performance.now());
  }

  /** How many are remembered. */
  get size(): number {
    return this.budgets.size;
  }

  /**
   * Spends it, or nothing. What costs more than a whole budget costs a whole one, or nobody could ever have it.
   *
   * @returns 0 when it was spent, else the milliseconds until it can be
   */
  take(spender: string, cost: number): number {
    const wait = this.waitFor(spender, cost);
    if (wait === 0) this.keep(spender, this.leftOf(spender) - this.priceOf(cost));
    return wait;
  }

  /** The milliseconds until it can be spent, 0 for now. */
  waitFor(spender: string, cost: number): number {
    const missing = this.priceOf(cost) - this.leftOf(spender);
    return missing <= 0 ? 0 : Math.ceil((missing / this.options.perMinute) * MS_PER_MINUTE);
  }

  private priceOf(cost: number): number {
    return Math.min(cost, this.options.perMinute);
  }

  private leftOf(spender: string): number {
    const { perMinute } = this.options;
    const budget = this.budgets.get(spender);
    if (budget === undefined) return perMinute;
    const earned = ((this.now() - budget.at) / MS_PER_MINUTE) * perMinute;
    return Math.min(perMinute, budget.left + earned);
  }

  private keep(spender: string, left: number): void {
    const at = this.now();
    this.budgets.delete(spender);
    this.budgets.set(spender, { left, at });
    for (const [oldest, { at: since }] of this.budgets) {
      const isWhole = at - since >= MS_PER_MINUTE;
      if (!isWhole && this.budgets.size <= this.options.mostKept) return;
      this.budgets.delete(oldest);
    }
  }
}
