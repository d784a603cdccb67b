import { InputType } from '@nestjs/graphql';
import { CommandInput, IdField, IntegerField, YearField } from '../shared';

@InputType({ isAbstract: true })
abstract class OrganisationYearCommandInput extends CommandInput {
  @IdField('The organisation.')
  readonly organisation!: string;

  @YearField()
  readonly year!: number;
}

@InputType({ description: 'A month passed without a regular meeting.' })
export class RecordMissedMonthInput extends OrganisationYearCommandInput {
  @IntegerField('The month, 1–12.', { min: 1, max: 12 })
  readonly month!: number;
}

@InputType({ description: 'A quarter passed without a thematic meeting.' })
export class RecordMissedQuarterInput extends OrganisationYearCommandInput {
  @IntegerField('The quarter, 1–4.', { min: 1, max: 4 })
  readonly quarter!: number;
}

@InputType({ description: 'A recognition was not published in time (R-25).' })
export class RecordPublicationOverdueInput extends OrganisationYearCommandInput {}

@InputType({ description: 'A discipline was not announced in time (R-23).' })
export class RecordAnnouncementOverdueInput extends OrganisationYearCommandInput {
  @IdField('The case.')
  readonly case!: string;
}

@InputType({ description: 'The year is over for an organisation: nothing of it is still awaited.' })
export class ClosePeriodInput extends OrganisationYearCommandInput {}
