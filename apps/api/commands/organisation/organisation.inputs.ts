import { InputType } from '@nestjs/graphql';
import type { OrganisationKind, OrganisationLevel } from '#vocabulary';
import { OrganisationKindEnum, OrganisationLevelEnum } from '../../graphql/vocabulary';
import { CommandInput, CountField, EnumField, IdField, IdListField, TextField } from '../shared';

@InputType({ isAbstract: true })
abstract class OrganisationCommandInput extends CommandInput {
  @IdField('The organisation.')
  readonly organisation!: string;
}

@InputType({ description: 'An organisation comes into being.' })
export class EstablishOrganisationInput extends OrganisationCommandInput {
  @EnumField(OrganisationKindEnum, 'What it is.')
  readonly kind!: OrganisationKind;

  @EnumField(
    OrganisationLevelEnum,
    'The level of a superior committee; no other organisation has one.',
    { optional: true },
  )
  readonly level?: OrganisationLevel;

  @TextField('Its name.')
  readonly name!: string;

  @TextField('Loại hình: village, agency, school, enterprise … An open list.', { max: 100 })
  readonly organisationType!: string;

  @IdField('The organisation directly above it.', { optional: true })
  readonly parent?: string;
}

@InputType({ description: 'An organisation takes another name.' })
export class RenameOrganisationInput extends OrganisationCommandInput {
  @TextField('The new name.')
  readonly name!: string;
}

@InputType({ description: 'An organisation comes under another one.' })
export class ReparentOrganisationInput extends OrganisationCommandInput {
  @IdField('The organisation directly above it from then on.')
  readonly to!: string;
}

@InputType({
  description: 'An organisation becomes one of another type, and perhaps of another kind.',
})
export class ChangeOrganisationTypeInput extends OrganisationCommandInput {
  @TextField('The new type.', { max: 100 })
  readonly organisationType!: string;

  @EnumField(OrganisationKindEnum, 'The new kind, if that changes too.', { optional: true })
  readonly kind?: OrganisationKind;
}

@InputType({ description: 'An organisation ceases; another one carries on.' })
export class MergeOrganisationInput extends OrganisationCommandInput {
  @IdField('The organisation that carries on.')
  readonly into!: string;
}

@InputType({ description: 'Other organisations were founded out of one, which goes on.' })
export class SplitOrganisationInput extends OrganisationCommandInput {
  @IdListField('The organisations founded out of it.')
  readonly into!: string[];
}

@InputType({ description: 'An organisation ceases. Its history stays.' })
export class DissolveOrganisationInput extends OrganisationCommandInput {}

@InputType({ description: 'A member becomes secretary (bí thư) of an organisation.' })
export class AppointSecretaryInput extends OrganisationCommandInput {
  @IdField('The member.')
  readonly member!: string;
}

@InputType({
  description:
    'A member of the committee above (cấp ủy viên phụ trách) takes charge of an organisation.',
})
export class AssignSuperiorDelegateInput extends OrganisationCommandInput {
  @IdField('The member.')
  readonly member!: string;
}

@InputType({
  description:
    'Membership totals as an organisation reports them, whether they add up or not (R-29).',
})
export class ReportMembershipTotalsInput extends OrganisationCommandInput {
  @CountField('Official members.')
  readonly official!: number;

  @CountField('Probationary members.')
  readonly probationary!: number;

  @CountField('All members, as reported: it is never corrected.')
  readonly total!: number;
}
