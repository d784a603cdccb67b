import { CORRECTION } from './correction';
import type { CorrectFact } from './correction';
import { AGGREGATES } from './registry';
import type { DomainCommand } from './registry';
import type { CommandDeclaration } from './shared/command';

export type CommandType = DomainCommand['type'] | CorrectFact['type'];

/** Every command there is, with its fields and with who may give it. */
export const COMMANDS: ReadonlyMap<CommandType, CommandDeclaration> = new Map(
  [...AGGREGATES.map(({ commands }) => commands), CORRECTION].flatMap(
    (declared) => Object.entries(declared) as [CommandType, CommandDeclaration][],
  ),
);
