type Step = () => void | Promise<void>;

/** Stops running parts, each before the parts that it depends on. */
export class Stopping {
  private readonly steps: Step[] = [];

  /** Registers a part that depends on those registered before. */
  by(step: Step): void {
    this.steps.unshift(step);
  }

  /**
   * Stops every part, even if one fails.
   *
   * @throws {AggregateError} when a part could not be stopped
   */
  async stop(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.steps.splice(0)) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      throw new AggregateError(failures, failures.map(String).join('; '));
    }
  }
}
