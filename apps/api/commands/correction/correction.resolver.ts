import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import { CorrectFactInput } from './correction.inputs';

/** The command of every stream: what was recorded in it was wrong. */
@Resolver()
export class CorrectionCommands {
  constructor(private readonly commands: Commands) {}

  @Records('A fact recorded before was wrong, and why.')
  correctFact(@Args('input') input: CorrectFactInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('CorrectFact', input, actor);
  }
}
