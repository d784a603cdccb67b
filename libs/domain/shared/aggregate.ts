import { withinAuthority } from './authority';
import type { Command, CommandDeclaration, CommandOf } from './command';
import type { DecisionContext } from './context';
import type { Decision } from './decision';
import type { Effective, Fact } from './event';
import { evolveBy } from './facts';
import type { FactDeclaration, Facts } from './facts';
import type { Fields } from './field';
import type { About } from './standing';

/**
 * One consistency boundary: how its commands are decided and what its events mean. Both functions
 * are pure; `evolve` is total, and `decide` never gives facts that `evolve` would not take.
 */
export interface Aggregate<C extends { readonly type: string }, F extends Fact<string, object>, S> {
  /** The part of the stream's name before its key: `meeting` in `meeting-{id}`. */
  readonly category: string;
  readonly commands: Readonly<Record<string, CommandDeclaration>>;
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  readonly initial: S;
  /** Every fact carries its stream's key under the same names as the commands do. */
  streamOf(about: C | F['data']): string;
  decide(command: C, state: S, context: DecisionContext): Decision<F>;
  evolve(state: S, fact: Effective<F>): S;
}

/** Puts an aggregate together from what is declared of it: its facts, and its commands by name. */
export function aggregate<S, F extends Fact<string, object>>() {
  return <C extends Readonly<Record<string, Command<Fields, S, F>>>>(declared: {
    readonly category: string;
    readonly initial: S;
    readonly facts: Facts<S, F>;
    readonly commands: C;
    streamOf(about: CommandOf<C> | F['data']): string;
    /** Whom a command is about; the state is that before it. */
    about(command: CommandOf<C>, state: S, context: DecisionContext): About;
  }): Aggregate<CommandOf<C>, F, S> => {
    const commands: Readonly<Record<string, Command<Fields, S, F>>> = declared.commands;
    return {
      ...declared,
      decide: (given, state, context) => {
        const { type, ...data } = given;
        const command = commands[type];
        if (command === undefined) throw new TypeError(`${declared.category} takes no ${type}`);
        return withinAuthority(
          command.authority,
          () => declared.about(given, state, context),
          context,
          () => command.decide(data, state, context),
        );
      },
      evolve: evolveBy(declared.facts),
    };
  };
}
