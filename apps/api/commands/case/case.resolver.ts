import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import {
  OpenCaseInput,
  ReceiveSignalInput,
  OpenInspectionInput,
  SubmitExplanationInput,
  ReachConclusionInput,
  ProposeDisciplineInput,
  DecideDisciplineInput,
  AnnounceDisciplineInput,
  FileComplaintInput,
  ResolveComplaintInput,
  FileRemediationPlanInput,
  CompleteRemediationInput,
  ExpireDisciplineInput,
  RestoreRightsInput,
  CloseCaseInput,
} from './case.inputs';

/** Commands of a case. */
@Resolver()
export class CaseCommands {
  constructor(private readonly commands: Commands) {}

  @Records('A possible violation, attributed to the organisation of the time it occurred (R-17).')
  openCase(@Args('input') input: OpenCaseInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('OpenCase', input, actor);
  }

  @Records('Somebody noticed a sign of the violation (R-01).')
  receiveSignal(
    @Args('input') input: ReceiveSignalInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ReceiveSignal', input, actor);
  }

  @Records('An inspection of the case begins.')
  openInspection(
    @Args('input') input: OpenInspectionInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('OpenInspection', input, actor);
  }

  @Records('The one concerned explains.')
  submitExplanation(
    @Args('input') input: SubmitExplanationInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('SubmitExplanation', input, actor);
  }

  @Records('The inspection concludes.')
  reachConclusion(
    @Args('input') input: ReachConclusionInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ReachConclusion', input, actor);
  }

  @Records('A discipline is proposed to the authority that may decide it.')
  proposeDiscipline(
    @Args('input') input: ProposeDisciplineInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ProposeDiscipline', input, actor);
  }

  @Records('A discipline is decided (R-32, R-33).')
  decideDiscipline(
    @Args('input') input: DecideDisciplineInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('DecideDiscipline', input, actor);
  }

  @Records('The decision is announced (R-23).')
  announceDiscipline(
    @Args('input') input: AnnounceDisciplineInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('AnnounceDiscipline', input, actor);
  }

  @Records('The one disciplined complains (R-22).')
  fileComplaint(
    @Args('input') input: FileComplaintInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('FileComplaint', input, actor);
  }

  @Records('The complaint is decided (R-28, R-34).')
  resolveComplaint(
    @Args('input') input: ResolveComplaintInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ResolveComplaint', input, actor);
  }

  @Records('A plan to remedy the violation is filed.')
  fileRemediationPlan(
    @Args('input') input: FileRemediationPlanInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('FileRemediationPlan', input, actor);
  }

  @Records('The violation is remedied.')
  completeRemediation(
    @Args('input') input: CompleteRemediationInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('CompleteRemediation', input, actor);
  }

  @Records('A discipline ends by time (R-20).')
  expireDiscipline(
    @Args('input') input: ExpireDisciplineInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ExpireDiscipline', input, actor);
  }

  @Records('The rights of the one disciplined are restored.')
  restoreRights(
    @Args('input') input: RestoreRightsInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RestoreRights', input, actor);
  }

  @Records('The case is closed.')
  closeCase(@Args('input') input: CloseCaseInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('CloseCase', input, actor);
  }
}
