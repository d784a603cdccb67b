import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import {
  RecordMissedMonthInput,
  RecordMissedQuarterInput,
  RecordPublicationOverdueInput,
  RecordAnnouncementOverdueInput,
  ClosePeriodInput,
} from './organisation-year.inputs';

/** Commands of an organisation-year. */
@Resolver()
export class OrganisationYearCommands {
  constructor(private readonly commands: Commands) {}

  @Records('A month passed without a regular meeting.')
  recordMissedMonth(
    @Args('input') input: RecordMissedMonthInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RecordMissedMonth', input, actor);
  }

  @Records('A quarter passed without a thematic meeting.')
  recordMissedQuarter(
    @Args('input') input: RecordMissedQuarterInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RecordMissedQuarter', input, actor);
  }

  @Records('A recognition was not published in time (R-25).')
  recordPublicationOverdue(
    @Args('input') input: RecordPublicationOverdueInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RecordPublicationOverdue', input, actor);
  }

  @Records('A discipline was not announced in time (R-23).')
  recordAnnouncementOverdue(
    @Args('input') input: RecordAnnouncementOverdueInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RecordAnnouncementOverdue', input, actor);
  }

  @Records('The year is over for an organisation: nothing of it is still awaited.')
  closePeriod(@Args('input') input: ClosePeriodInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('ClosePeriod', input, actor);
  }
}
