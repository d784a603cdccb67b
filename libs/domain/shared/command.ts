import type { Role } from '#vocabulary';
import type { DecisionContext } from './context';
import type { Decision } from './decision';
import type { Standing } from './standing';
import type { DataOf, Field, Fields, Flat } from './field';

/** Who may give a command: in which role, and from where in the tree. */
export interface Authority {
  readonly roles: readonly Role[];
  readonly standing: Standing;
}

/** What everybody but the decider has to know of a command. */
export interface CommandDeclaration {
  readonly fields: Fields;
  readonly authority: Pick<Authority, 'roles'> & { readonly standing: Pick<Standing, 'words'> };
}

/** Everything the domain says about one command. `decide` is pure. */
export interface Command<F extends Fields, State, Recorded> extends CommandDeclaration {
  readonly fields: F;
  readonly authority: Authority;
  decide(data: DataOf<F>, state: State, context: DecisionContext): Decision<Recorded>;
}

/** A command as it is given, under the name by which it is declared. */
export type CommandOf<Declared extends Readonly<Record<string, CommandDeclaration>>> = {
  [Type in keyof Declared & string]: Flat<
    { readonly type: Type } & DataOf<Declared[Type]['fields']>
  >;
}[keyof Declared & string];

/** Declares commands that are decided on any state. */
export function commandsOn<State, Recorded>() {
  return <F extends Fields>(command: Command<F, State, Recorded>): Command<F, State, Recorded> =>
    command;
}

/**
 * Declares commands that all need the same of the state: that there is one, that it is not over.
 * `prepare` refuses, or goes on to decide with what it found.
 */
export function commandsAfter<State, Recorded, Key extends object, Prepared>(
  prepare: (
    state: State,
    decide: (prepared: Prepared) => Decision<Recorded>,
    key: Key,
    context: DecisionContext,
  ) => Decision<Recorded>,
) {
  return <F extends Fields & { readonly [Name in keyof Key]: Field<Key[Name]> }>(
    command: Command<F, Prepared, Recorded>,
  ): Command<F, State, Recorded> => ({
    ...command,
    decide: (data, state, context) =>
      // The fields of the key are among those of the command: `F` says so, `DataOf` hides it.
      prepare(
        state,
        (prepared) => command.decide(data, prepared, context),
        data as unknown as Key,
        context,
      ),
  });
}
