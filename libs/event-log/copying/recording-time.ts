/** The clock of a log that is a copy: an event was recorded when the original was. */
export class RecordingTime {
  #recordedAt: string | undefined;

  /** RFC 3339. */
  set(recordedAt: string): void {
    this.#recordedAt = recordedAt;
  }

  /** @throws TypeError before anything was set: a copy has no time of its own */
  readonly clock = (): Date => {
    if (this.#recordedAt === undefined) throw new TypeError('Nothing is being copied');
    return new Date(this.#recordedAt);
  };
}
