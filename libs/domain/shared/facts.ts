import type { Effective, Fact } from './event';

/**
 * What may rest on a fact within its stream: `ALL` that comes after it, or facts of these types. A
 * decision that has a procedure of its own is not corrected as if it had never been taken.
 */
export type Grounds<Type extends string = string> = 'ALL' | 'OWN_PROCEDURE' | readonly Type[];

/** Whatever holds of a fact of any type. */
export interface FactDeclaration<Type extends string = string> {
  readonly groundOf: Grounds<Type>;
}

interface Evolving<S, F, Type extends string> extends FactDeclaration<Type> {
  /** What the fact changes for the decisions after it. */
  evolve(state: S, fact: Effective<F>): S;
}

/**
 * What the domain says of each of an aggregate's facts, by type; the compiler asks about a new one.
 * Who may see a fact will stand here, beside what rests on it.
 */
export type Facts<S, F extends Fact<string, object>> = {
  readonly [Type in F['type']]: Evolving<S, Extract<F, { readonly type: Type }>, F['type']>;
};

/** One function of the declared ones: each gets only facts of its own type. */
export function evolveBy<S, F extends Fact<string, object>>(
  facts: Facts<S, F>,
): (state: S, fact: Effective<F>) => S {
  const byType = facts as Readonly<Record<F['type'], Evolving<S, F, F['type']>>>;
  return (state, fact) => byType[fact.type as F['type']].evolve(state, fact);
}

/** For facts that mean nothing before the first one of their stream. */
export function onceKnown<S extends { readonly status: string }, F>(
  evolve: (state: Known<S>, fact: F) => S,
): (state: S, fact: F) => S {
  return (state, fact) => (isKnown(state) ? evolve(state, fact) : state);
}

export type Known<S> = Exclude<S, { readonly status: 'UNKNOWN' }>;

export function isKnown<S extends { readonly status: string }>(state: S): state is Known<S> {
  return state.status !== 'UNKNOWN';
}

/** For facts on which no decision depends. */
export function unchanged<S>(state: S): S {
  return state;
}
