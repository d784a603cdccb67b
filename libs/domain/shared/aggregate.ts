import type { DecisionContext } from './context';
import type { Decision } from './decision';
import type { Effective, Fact } from './event';

/**
 * One consistency boundary: how its commands are decided and what its events mean. Both functions
 * are pure; `evolve` is total, and `decide` never gives facts that `evolve` would not take.
 */
export interface Aggregate<C extends { readonly type: string }, F extends Fact<string, object>, S> {
  /** The part of the stream's name before its key: `meeting` in `meeting-{id}`. */
  readonly category: string;
  readonly commands: readonly C['type'][];
  readonly events: readonly F['type'][];
  readonly initial: S;
  /** Every fact carries its stream's key under the same names as the commands do. */
  streamOf(about: C | F['data']): string;
  decide(command: C, state: S, context: DecisionContext): Decision<F>;
  evolve(state: S, fact: Effective<F>): S;
}
