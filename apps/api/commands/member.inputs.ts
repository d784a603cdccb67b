import { InputType } from '@nestjs/graphql';
import type { LeavingCause } from '#vocabulary';
import { LeavingCauseEnum } from '../graphql/vocabulary';
import { CommandFields, CommandInput, DateField, EnumField, IdField, TextField } from './shared';

@InputType({ isAbstract: true })
abstract class MemberFields extends CommandFields {
  @IdField('The member, by a pseudonymous id.')
  readonly member!: string;
}

@CommandInput(
  'AdmitMember',
  'A person becomes a probationary member, or is taken over with that date of admission. `effectiveAt` says since when the organisation has the member.',
)
export class AdmitMemberInput extends MemberFields {
  @IdField('The organisation the member belongs to.')
  readonly organisation!: string;

  @DateField('The date of admission to the Party; default: the date of `effectiveAt`.', {
    optional: true,
  })
  readonly admittedOn?: string;
}

@CommandInput('MakeMemberOfficial', 'A probationary member becomes an official one.')
export class MakeMemberOfficialInput extends MemberFields {
  @DateField('The date of becoming official; default: the date of `effectiveAt`.', {
    optional: true,
  })
  readonly officialOn?: string;
}

@CommandInput('TransferMember', 'A member moves from one organisation to another.')
export class TransferMemberInput extends MemberFields {
  @IdField('The organisation left.')
  readonly from!: string;

  @IdField('The organisation joined.')
  readonly to!: string;
}

@CommandInput('ExemptMember', 'A member is exempted from work and meetings (R-24).')
export class ExemptMemberInput extends MemberFields {}

@CommandInput('SuspendMember', 'A member is suspended from meetings (R-24).')
export class SuspendMemberInput extends MemberFields {}

@CommandInput('ResumeMember', 'An exempted or suspended member takes part again.')
export class ResumeMemberInput extends MemberFields {}

@CommandInput('RecordMemberLeft', 'A member leaves the Party, is expelled or dies.')
export class RecordMemberLeftInput extends MemberFields {
  @EnumField(LeavingCauseEnum, 'The cause of leaving.')
  readonly cause!: LeavingCause;
}

@CommandInput(
  'LinkResidence',
  'A member is linked to the organisation at the place of residence, which follows the member too.',
)
export class LinkResidenceInput extends MemberFields {
  @IdField('The organisation of the place of residence.')
  readonly residenceOrganisation!: string;
}

@CommandInput(
  'RecordMemberIdentity',
  'What a member is called. It is kept sealed, apart from everything else, and is read by those alone who may see it; the newest one counts.',
)
export class RecordMemberIdentityInput extends MemberFields {
  @TextField('The full name.', { max: 200, lines: false })
  readonly fullName!: string;

  @DateField('The date of birth.', { optional: true })
  readonly dateOfBirth?: string;

  @TextField('The number of the party card.', { optional: true, max: 50, lines: false })
  readonly cardNumber?: string;
}

@CommandInput(
  'EraseMemberIdentity',
  'Destroys the keys that the identities of a member are sealed with, for good; `reason` is required. Everything else that is recorded stays as it is.',
)
export class EraseMemberIdentityInput extends MemberFields {}
