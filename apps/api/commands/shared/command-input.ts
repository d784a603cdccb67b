import { InputType } from '@nestjs/graphql';
import type { CommandEnvelope } from '#commands';
import type { CommandFields } from './command-fields';

type AnyCommand = CommandEnvelope['command'];
export type CommandType = AnyCommand['type'];
/** The fields of a command of this type, without its type. */
export type CommandBody<T extends CommandType> = Omit<
  Extract<AnyCommand, { readonly type: T }>,
  'type'
>;

/** An input that states its command in another form than its own fields. */
export interface ConvertedInput<T extends CommandType> extends CommandFields {
  toCommand(): CommandBody<T>;
}

/** The input of a command: its fields are the command's, or `toCommand` makes them so. */
export type InputOf<T extends CommandType> = (CommandFields & CommandBody<T>) | ConvertedInput<T>;
export type InputClass<T extends CommandType> = new () => InputOf<T>;

interface Declaration {
  readonly type: CommandType;
  readonly description: string;
}

const declarations = new WeakMap<object, Declaration>();

/**
 * Declares the class as the GraphQL input of a command, and its mutation: both have the description.
 * A class whose fields do not fit the command does not compile.
 */
export function CommandInput<T extends CommandType>(type: T, description: string) {
  return (input: InputClass<T>): void => {
    InputType({ description })(input);
    declarations.set(input, { type, description });
  };
}

/** `undefined` for a class that `CommandInput` did not declare. */
export function declarationOf(input: object): Declaration | undefined {
  return declarations.get(input);
}
