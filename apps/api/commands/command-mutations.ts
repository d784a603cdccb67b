import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../identity/acting';
import * as inputs from './command-inputs';
import { Commands, ReceiptType, declarationOf } from './shared';
import type { CommandFields, CommandType, InputClass } from './shared';

/** Of the break of a ledger, a client says only why it is accepted; the service says what it found. */
type SaidByClients = Exclude<CommandType, 'AcceptLedgerBreak'>;

/** The input class of every command: a command without one does not compile here. */
const INPUTS: { readonly [T in SaidByClients as `${T}Input`]: InputClass<T> } = inputs;

/**
 * The resolver of the mutations: one for each class that `@CommandInput` declares. A command that
 * needs more than to be recorded has an undeclared input class, and a resolver of its own.
 */
@Resolver()
export class CommandMutations {
  constructor(readonly commands: Commands) {}
}

for (const input of Object.values(INPUTS)) addMutation(input);

/** Adds what a method `flagGrievance(@Args('input') input: FlagGrievanceInput, @Acting() actor: Actor)` would be. */
function addMutation(input: object): void {
  const declaration = declarationOf(input);
  if (declaration === undefined) return;
  const { type, description } = declaration;
  const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
  const { prototype } = CommandMutations;
  const method = {
    value(this: CommandMutations, fields: CommandFields, actor: Actor): Promise<Receipt> {
      return this.commands.record(type, fields, actor);
    },
  };
  Object.defineProperty(prototype, name, method);
  // Nest reads the class of a parameter from here, as the compiler writes it for a method in the source.
  Reflect.defineMetadata('design:paramtypes', [input, Object], prototype, name);
  Args('input')(prototype, name, 0);
  Acting()(prototype, name, 1);
  Mutation(() => ReceiptType, { description })(prototype, name, method);
}
