import { InputType } from '@nestjs/graphql';
import { CommandFields, CommandInput, IdField, IntegerField, YearField } from './shared';

@InputType({ isAbstract: true })
abstract class OrganisationYearFields extends CommandFields {
  @IdField('The organisation.')
  readonly organisation!: string;

  @YearField()
  readonly year!: number;
}

@CommandInput('RecordMissedMonth', 'A month passed without a regular meeting.')
export class RecordMissedMonthInput extends OrganisationYearFields {
  @IntegerField('The month, 1–12.', { min: 1, max: 12 })
  readonly month!: number;
}

@CommandInput('RecordMissedQuarter', 'A quarter passed without a thematic meeting.')
export class RecordMissedQuarterInput extends OrganisationYearFields {
  @IntegerField('The quarter, 1–4.', { min: 1, max: 4 })
  readonly quarter!: number;
}

@CommandInput('RecordPublicationOverdue', 'A recognition was not published in time (R-25).')
export class RecordPublicationOverdueInput extends OrganisationYearFields {}

@CommandInput('RecordAnnouncementOverdue', 'A discipline was not announced in time (R-23).')
export class RecordAnnouncementOverdueInput extends OrganisationYearFields {
  @IdField('The case.')
  readonly case!: string;
}

@CommandInput(
  'ClosePeriod',
  'The year of an organisation is closed: nothing of it is awaited any more.',
)
export class ClosePeriodInput extends OrganisationYearFields {}
