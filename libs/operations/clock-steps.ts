/** Less than this a time service may correct at once; more is noticed by whoever reads the history. */
const LEAST_MS = 60_000;
const MS_PER_SECOND = 1000;

export interface ClockStep {
  /** By how much the clock went forward beyond the time that passed; negative when it went back. */
  readonly seconds: number;
  /** By the clock as it was set. */
  readonly noticedAt: string;
}

/** Holds the clock of the machine against a time that only passes. */
export class ClockSteps {
  private difference: number | undefined;
  private step: ClockStep | undefined;

  constructor(
    private readonly now: () => Date,
    private readonly passed: () => number = () => performance.now(),
  ) {}

  /** The last step that was noticed. */
  get last(): ClockStep | undefined {
    return this.step;
  }

  /** The step since it was last looked at, if there was one. */
  look(): ClockStep | undefined {
    const now = this.now();
    const difference = now.getTime() - this.passed();
    const before = this.difference ?? difference;
    this.difference = difference;
    const stepped = difference - before;
    if (Math.abs(stepped) < LEAST_MS) return undefined;
    this.step = {
      seconds: Math.round(stepped / MS_PER_SECOND),
      noticedAt: now.toISOString(),
    };
    return this.step;
  }
}
