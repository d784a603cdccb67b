import type { Decided } from './event';
import type { Refusal } from './refusal';

/** What a decider answers: the facts to record, or why not. Nothing is thrown. */
export type Decision<F> =
  | { readonly kind: 'decided'; readonly facts: readonly Decided<F>[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function decided<F>(...facts: readonly Decided<F>[]): Decision<F> {
  return { kind: 'decided', facts };
}

export function refused(refusal: Refusal): Decision<never> {
  return { kind: 'refused', refusal };
}
