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

@CommandInput('EstablishOrganisation', 'An organisation is established.')
export class EstablishOrganisationInput extends OrganisationFields {
  @EnumField(OrganisationKindEnum, 'The kind of organisation.')
  readonly kind!: OrganisationKind;

  @EnumField(
    OrganisationLevelEnum,
    'The level of a superior committee; no other organisation has one.',
    { optional: true },
  )
  readonly level?: OrganisationLevel;

  @TextField('The name of the organisation.')
  readonly name!: string;

  @TextField('The type (loại hình): village, agency, school, enterprise … An open list.', {
    max: 100,
    lines: false,
  })
  readonly organisationType!: string;

  @IdField('The organisation directly above it; none for the top.', { optional: true })
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
  @TextField('The new type.', { max: 100, lines: false })
  readonly organisationType!: string;

  @EnumField(OrganisationKindEnum, 'The new kind, if that changes too.', { optional: true })
  readonly kind?: OrganisationKind;
}

@CommandInput('MergeOrganisation', 'An organisation is merged into another, which continues.')
export class MergeOrganisationInput extends OrganisationFields {
  @IdField('The organisation that continues.')
  readonly into!: string;
}

@CommandInput('SplitOrganisation', 'Organisations are founded out of one that continues.')
export class SplitOrganisationInput extends OrganisationFields {
  @IdListField('The organisations founded out of it.')
  readonly into!: string[];
}

@CommandInput('DissolveOrganisation', 'An organisation is dissolved. Its history remains.')
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
  @CountField('The reported number of official members.')
  readonly official!: number;

  @CountField('The reported number of probationary members.')
  readonly probationary!: number;

  @CountField('The reported number of all members. It is never corrected.')
  readonly total!: number;
}
