import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import { OpenGrievanceInput, FlagGrievanceInput, ResolveGrievanceInput } from './grievance.inputs';

/** Commands of a grievance. */
@Resolver()
export class GrievanceCommands {
  constructor(private readonly commands: Commands) {}

  @Records('A complaint of citizens about an organisation.')
  openGrievance(
    @Args('input') input: OpenGrievanceInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('OpenGrievance', input, actor);
  }

  @Records('A grievance turns out to weigh.')
  flagGrievance(
    @Args('input') input: FlagGrievanceInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('FlagGrievance', input, actor);
  }

  @Records('A grievance is resolved.')
  resolveGrievance(
    @Args('input') input: ResolveGrievanceInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ResolveGrievance', input, actor);
  }
}
