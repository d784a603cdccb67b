import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import {
  DraftFrameworkInput,
  ExtendFrameworkInput,
  PublishFrameworkInput,
} from './framework.inputs';

/** Commands of a framework. */
@Resolver()
export class FrameworkCommands {
  constructor(private readonly commands: Commands) {}

  @Records(
    'A version of a criteria framework is drafted. An invalid definition is refused with the path of what is wrong.',
  )
  draftFramework(
    @Args('input') input: DraftFrameworkInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('DraftFramework', input, actor);
  }

  @Records(
    'A version is drafted that adds to a published framework or makes it stricter, never weaker.',
  )
  extendFramework(
    @Args('input') input: ExtendFrameworkInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ExtendFramework', input, actor);
  }

  @Records('A version is published: from then on it never changes.')
  publishFramework(
    @Args('input') input: PublishFrameworkInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('PublishFramework', input, actor);
  }
}
