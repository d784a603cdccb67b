import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import {
  AssignTargetInput,
  ReportTargetProgressInput,
  ConfirmTargetResultInput,
  AdoptInspectionPlanInput,
  CompleteInspectionPlanItemInput,
} from './target.inputs';

/** Commands of the targets of an organisation-year. */
@Resolver()
export class TargetCommands {
  constructor(private readonly commands: Commands) {}

  @Records('A target (chỉ tiêu) is assigned to an organisation for a year.')
  assignTarget(@Args('input') input: AssignTargetInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('AssignTarget', input, actor);
  }

  @Records('How far a target is.')
  reportTargetProgress(
    @Args('input') input: ReportTargetProgressInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ReportTargetProgress', input, actor);
  }

  @Records('The result of a target for the year, confirmed.')
  confirmTargetResult(
    @Args('input') input: ConfirmTargetResultInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ConfirmTargetResult', input, actor);
  }

  @Records('The inspection and supervision plan of an organisation for a year.')
  adoptInspectionPlan(
    @Args('input') input: AdoptInspectionPlanInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('AdoptInspectionPlan', input, actor);
  }

  @Records('An item of the plan is carried out.')
  completeInspectionPlanItem(
    @Args('input') input: CompleteInspectionPlanItemInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('CompleteInspectionPlanItem', input, actor);
  }
}
