import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import {
  OpenAssessmentInput,
  SubmitSelfAssessmentInput,
  VoteSelfAssessmentInput,
  RecordAppraisalInput,
  ProposeRecognitionInput,
  GrantRecognitionInput,
  RefuseRecognitionInput,
  PublishRecognitionInput,
  GrantRewardInput,
  RequireRecognitionReviewInput,
  UpholdRecognitionInput,
  CorrectRecognitionInput,
  RevokeRecognitionInput,
} from './assessment.inputs';

/** Commands of the assessment of an organisation-year. */
@Resolver()
export class AssessmentCommands {
  constructor(private readonly commands: Commands) {}

  @Records(
    'The assessment of an organisation for a year begins; the framework version is frozen (R-31).',
  )
  openAssessment(
    @Args('input') input: OpenAssessmentInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('OpenAssessment', input, actor);
  }

  @Records('An organisation gives itself points (tự chấm, R-12).')
  submitSelfAssessment(
    @Args('input') input: SubmitSelfAssessmentInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('SubmitSelfAssessment', input, actor);
  }

  @Records('The cell votes on its self-assessment.')
  voteSelfAssessment(
    @Args('input') input: VoteSelfAssessmentInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('VoteSelfAssessment', input, actor);
  }

  @Records('The superior appraises (thẩm định, R-34): conditions met or not, and points.')
  recordAppraisal(
    @Args('input') input: RecordAppraisalInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RecordAppraisal', input, actor);
  }

  @Records('Recognition is proposed to the authority that may grant it.')
  proposeRecognition(
    @Args('input') input: ProposeRecognitionInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ProposeRecognition', input, actor);
  }

  @Records(
    'Recognition is granted (công nhận). There is no override: every mandatory input must be there and no hard condition failed.',
  )
  grantRecognition(
    @Args('input') input: GrantRecognitionInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('GrantRecognition', input, actor);
  }

  @Records('Recognition is refused.')
  refuseRecognition(
    @Args('input') input: RefuseRecognitionInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RefuseRecognition', input, actor);
  }

  @Records('The decision is made public (công khai, R-25).')
  publishRecognition(
    @Args('input') input: PublishRecognitionInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('PublishRecognition', input, actor);
  }

  @Records('A reward (khen thưởng) on the strength of the recognition.')
  grantReward(@Args('input') input: GrantRewardInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('GrantReward', input, actor);
  }

  @Records('Later facts put the recognition in question (R-26).')
  requireRecognitionReview(
    @Args('input') input: RequireRecognitionReviewInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RequireRecognitionReview', input, actor);
  }

  @Records('After review the recognition stands.')
  upholdRecognition(
    @Args('input') input: UpholdRecognitionInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('UpholdRecognition', input, actor);
  }

  @Records('After review the recognition stands, corrected.')
  correctRecognition(
    @Args('input') input: CorrectRecognitionInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('CorrectRecognition', input, actor);
  }

  @Records('After review the recognition is revoked (thu hồi).')
  revokeRecognition(
    @Args('input') input: RevokeRecognitionInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RevokeRecognition', input, actor);
  }
}
