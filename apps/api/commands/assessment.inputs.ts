import { InputType } from '@nestjs/graphql';
import type { AppraisalResult } from '#vocabulary';
import { AppraisalResultEnum } from '../graphql/vocabulary';
import {
  CommandFields,
  CommandInput,
  CountField,
  DecimalField,
  EnumField,
  IdField,
  IdListField,
  NestedListField,
  TextField,
  YearField,
} from './shared';

@InputType({ description: 'Points an organisation gives itself for one condition.' })
export class SelfScoreInput {
  @IdField('The id of the condition.')
  readonly condition!: string;

  @DecimalField('The points.')
  readonly points!: string;
}

@InputType({ description: "The superior's appraisal of one condition: met or not, or points." })
export class AppraisedConditionInput {
  @IdField('The id of the condition.')
  readonly condition!: string;

  @EnumField(AppraisalResultEnum, 'The result of an appraised condition.', { optional: true })
  readonly result?: AppraisalResult;

  @DecimalField('The points of a condition with points.', { optional: true })
  readonly points?: string;
}

@InputType({ isAbstract: true })
abstract class AssessmentFields extends CommandFields {
  @IdField('The organisation.')
  readonly organisation!: string;

  @YearField()
  readonly year!: number;
}

@CommandInput(
  'OpenAssessment',
  'The assessment of an organisation for a year begins; the framework version is frozen (R-31).',
)
export class OpenAssessmentInput extends AssessmentFields {}

@CommandInput('SubmitSelfAssessment', 'An organisation gives itself points (tự chấm, R-12).')
export class SubmitSelfAssessmentInput extends AssessmentFields {
  @NestedListField(() => SelfScoreInput, 'Points by condition.', { max: 1_000 })
  readonly scores!: SelfScoreInput[];
}

@CommandInput('VoteSelfAssessment', 'The cell votes on its self-assessment.')
export class VoteSelfAssessmentInput extends AssessmentFields {
  @CountField('The number of votes in favour.')
  readonly votesFor!: number;

  @CountField('The number of all votes.')
  readonly votesTotal!: number;
}

@CommandInput(
  'RecordAppraisal',
  'The superior appraises (thẩm định, R-34): conditions met or not, and points.',
)
export class RecordAppraisalInput extends AssessmentFields {
  @NestedListField(() => AppraisedConditionInput, 'The conditions appraised.', { max: 1_000 })
  readonly conditions!: AppraisedConditionInput[];
}

@CommandInput('ProposeRecognition', 'Recognition is proposed to the authority that may grant it.')
export class ProposeRecognitionInput extends AssessmentFields {}

@CommandInput(
  'GrantRecognition',
  'Recognition is granted (công nhận). There is no override: every mandatory input must be there and no hard condition failed.',
)
export class GrantRecognitionInput extends AssessmentFields {
  @TextField('The number of the decision.', { max: 100, lines: false })
  readonly number!: string;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@CommandInput('RefuseRecognition', 'Recognition is refused.')
export class RefuseRecognitionInput extends AssessmentFields {
  @TextField('The number of the decision.', { max: 100, lines: false })
  readonly number!: string;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@CommandInput('PublishRecognition', 'The decision on recognition is made public (công khai, R-25).')
export class PublishRecognitionInput extends AssessmentFields {}

@CommandInput(
  'GrantReward',
  'A reward (khen thưởng) is granted on the strength of the recognition.',
)
export class GrantRewardInput extends AssessmentFields {
  @TextField('The name of the reward.')
  readonly reward!: string;

  @IdField('The organisation that grants it.')
  readonly grantedBy!: string;
}

@CommandInput(
  'RequireRecognitionReview',
  'Later facts contradict a recognition, which must be reviewed (R-26).',
)
export class RequireRecognitionReviewInput extends AssessmentFields {
  @IdListField('The ids of the later events.')
  readonly causes!: string[];
}

@CommandInput('UpholdRecognition', 'After review the recognition stands.')
export class UpholdRecognitionInput extends AssessmentFields {
  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@CommandInput('CorrectRecognition', 'After review the recognition stands, corrected.')
export class CorrectRecognitionInput extends AssessmentFields {
  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@CommandInput('RevokeRecognition', 'After review the recognition is revoked (thu hồi).')
export class RevokeRecognitionInput extends AssessmentFields {
  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}
