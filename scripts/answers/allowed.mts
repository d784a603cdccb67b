/** A difference that was decided. */
export interface Allowed {
  readonly path: RegExp;
  /** Whether what has changed is this change. */
  readonly isThis: (before: string, after: string) => boolean;
  readonly reason: string;
}

export const ALLOWED: readonly Allowed[] = [
  {
    path: /^status\..*\.(version|secondsBehind|secondsLeft|eventsApplied)$/,
    isThis: () => true,
    reason: 'How a read model is built and how long that takes is no answer about the facts.',
  },
];
