import { InputType } from '@nestjs/graphql';
import type { LeavingCause } from '#vocabulary';
import { LeavingCauseEnum } from '../../graphql/vocabulary';
import { CommandInput, DateField, EnumField, IdField } from '../shared';

@InputType({ isAbstract: true })
abstract class MemberCommandInput extends CommandInput {
  @IdField('The member, by a pseudonymous id.')
  readonly member!: string;
}

@InputType({
  description:
    'A person becomes a probationary member, or is taken over with that date of admission. `effectiveAt` says since when the organisation has the member.',
})
export class AdmitMemberInput extends MemberCommandInput {
  @IdField('The organisation the member belongs to.')
  readonly organisation!: string;

  @DateField('The date of admission to the Party; default: the date of `effectiveAt`.', {
    optional: true,
  })
  readonly admittedOn?: string;
}

@InputType({ description: 'A probationary member becomes an official one.' })
export class MakeMemberOfficialInput extends MemberCommandInput {
  @DateField('Since when; default: the date of `effectiveAt`.', { optional: true })
  readonly officialOn?: string;
}

@InputType({ description: 'A member moves from one organisation to another.' })
export class TransferMemberInput extends MemberCommandInput {
  @IdField('The organisation left.')
  readonly from!: string;

  @IdField('The organisation joined.')
  readonly to!: string;
}

@InputType({ description: 'A member is exempted from work and meetings (R-24).' })
export class ExemptMemberInput extends MemberCommandInput {}

@InputType({ description: 'A member is suspended from meetings (R-24).' })
export class SuspendMemberInput extends MemberCommandInput {}

@InputType({ description: 'An exempted or suspended member takes part again.' })
export class ResumeMemberInput extends MemberCommandInput {}

@InputType({ description: 'A member is one no more.' })
export class RecordMemberLeftInput extends MemberCommandInput {
  @EnumField(LeavingCauseEnum, 'Why.')
  readonly cause!: LeavingCause;
}

@InputType({
  description: 'The organisation of the place where a member lives, which follows the member too.',
})
export class LinkResidenceInput extends MemberCommandInput {
  @IdField('The organisation of the place of residence.')
  readonly residenceOrganisation!: string;
}
