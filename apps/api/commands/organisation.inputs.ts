import { InputType } from '@nestjs/graphql';
import type { OrganisationKind, OrganisationLevel } from '#vocabulary';
import { OrganisationKindEnum, OrganisationLevelEnum } from '../graphql/vocabulary';
import {
  CommandFields,
  CommandInput,
  CountField,
  EnumField,
  IdField,
  IdListField,
  TextField,
} from './shared';

@InputType({ isAbstract: true })
abstract class OrganisationFields extends CommandFields {
  @IdField('The organisation.')
  readonly organisation!: string;
}

@CommandInput('EstablishOrganisation', 'An organisation comes into being.')
export class EstablishOrganisationInput extends OrganisationFields {
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

@CommandInput('RenameOrganisation', 'An organisation takes another name.')
export class RenameOrganisationInput extends OrganisationFields {
  @TextField('The new name.')
  readonly name!: string;
}

@CommandInput('ReparentOrganisation', 'An organisation comes under another one.')
export class ReparentOrganisationInput extends OrganisationFields {
  @IdField('The organisation directly above it from then on.')
  readonly to!: string;
}

@CommandInput(
  'ChangeOrganisationType',
  'An organisation becomes one of another type, and perhaps of another kind.',
)
export class ChangeOrganisationTypeInput extends OrganisationFields {
  @TextField('The new type.', { max: 100 })
  readonly organisationType!: string;

  @EnumField(OrganisationKindEnum, 'The new kind, if that changes too.', { optional: true })
  readonly kind?: OrganisationKind;
}

@CommandInput('MergeOrganisation', 'An organisation ceases; another one carries on.')
export class MergeOrganisationInput extends OrganisationFields {
  @IdField('The organisation that carries on.')
  readonly into!: string;
}

@CommandInput('SplitOrganisation', 'Other organisations were founded out of one, which goes on.')
export class SplitOrganisationInput extends OrganisationFields {
  @IdListField('The organisations founded out of it.')
  readonly into!: string[];
}

@CommandInput('DissolveOrganisation', 'An organisation ceases. Its history stays.')
export class DissolveOrganisationInput extends OrganisationFields {}

@CommandInput('AppointSecretary', 'A member becomes secretary (bí thư) of an organisation.')
export class AppointSecretaryInput extends OrganisationFields {
  @IdField('The member.')
  readonly member!: string;
}

@CommandInput(
  'AssignSuperiorDelegate',
  'A member of the committee above (cấp ủy viên phụ trách) takes charge of an organisation.',
)
export class AssignSuperiorDelegateInput extends OrganisationFields {
  @IdField('The member.')
  readonly member!: string;
}

@CommandInput(
  'ReportMembershipTotals',
  'Membership totals as an organisation reports them, whether they add up or not (R-29).',
)
export class ReportMembershipTotalsInput extends OrganisationFields {
  @CountField('Official members.')
  readonly official!: number;

  @CountField('Probationary members.')
  readonly probationary!: number;

  @CountField('All members, as reported: it is never corrected.')
  readonly total!: number;
}
