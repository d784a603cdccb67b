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
 * A token bucket for each of many spenders. Whoever has anything left may ask for whatever it costs, and pays off with
 * time what it cost more: the largest operation can be had, and over time nobody has more than the budget. Whoever
 * has all of it again is forgotten, so that memory grows with those who spend now. Of more than are kept, the one that
 * rested longest begins anew.
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

  /** @returns 0 when it was spent, else the milliseconds until something can be */
  take(spender: string, cost: number): number {
    const wait = this.waitOf(spender);
    if (wait === 0) this.keep(spender, this.leftOf(spender) - cost);
    return wait;
  }

  /** The milliseconds until something can be spent, 0 for now. */
  waitOf(spender: string): number {
    const missing = 1 - this.leftOf(spender);
    return missing <= 0 ? 0 : Math.ceil((missing * MS_PER_MINUTE) / this.options.perMinute);
  }

  private leftOf(spender: string): number {
    const { perMinute } = this.options;
    const budget = this.budgets.get(spender);
    if (budget === undefined) return perMinute;
    const earned = ((this.now() - budget.at) * perMinute) / MS_PER_MINUTE;
    return Math.min(perMinute, budget.left + earned);
  }

  private keep(spender: string, left: number): void {
    const at = this.now();
    this.budgets.delete(spender);
    this.budgets.set(spender, { left, at });
    for (const oldest of this.budgets.keys()) {
      const isWhole = this.leftOf(oldest) === this.options.perMinute;
      if (!isWhole && this.budgets.size <= this.options.mostKept) return;
      this.budgets.delete(oldest);
    }
  }
}
