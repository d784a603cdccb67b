import type { Instant } from '#vocabulary';

/** What happened, in the domain's terms. The event log adds identity, order, actor and tags. */
export interface Fact<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
}

/** A fact together with the time it was true: all that `evolve` may look at. */
export type Effective<F> = F & { readonly effectiveAt: Instant };

/** A fact decided but not yet recorded. Without `effectiveAt` of its own it takes the command's. */
export type Decided<F> = F & { readonly effectiveAt?: Instant };
