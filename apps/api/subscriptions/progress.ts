import type { ProjectedModels } from '#projection-engine';

/** Tells a reader of read models when there may be something new in them. */
export class Progress {
  private changed = Promise.withResolvers<void>();
  private readonly unfollow: () => void;

  constructor(
    models: Pick<ProjectedModels, 'onProgress'>,
    projections: readonly string[],
    private readonly signal: AbortSignal,
  ) {
    this.unfollow = models.onProgress((projection) => {
      if (projections.includes(projection)) this.changed.resolve();
    });
    signal.addEventListener('abort', this.wake);
  }

  /** Called before a reading: what changes from then on is told by {@link next}. */
  begin(): void {
    if (!this.signal.aborted) this.changed = Promise.withResolvers();
  }

  /** Resolves once something changed since the reading began, or it is over. */
  get next(): Promise<void> {
    return this.changed.promise;
  }

  stop(): void {
    this.unfollow();
    this.signal.removeEventListener('abort', this.wake);
  }

  private readonly wake = (): void => {
    this.changed.resolve();
  };
}
