import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { TargetCommand } from './target.commands';
import { decideTarget } from './target.decide';
import type { TargetEvent } from './target.events';
import { evolveTarget, noTargets } from './target.state';
import type { TargetState } from './target.state';

export const targetAggregate: Aggregate<TargetCommand, TargetEvent, TargetState> = {
  category: 'target',
  commands: [
    'AssignTarget',
    'ReportTargetProgress',
    'ConfirmTargetResult',
    'AdoptInspectionPlan',
    'CompleteInspectionPlanItem',
  ],
  events: [
    'TargetAssigned',
    'TargetProgressReported',
    'TargetResultConfirmed',
    'InspectionPlanAdopted',
    'InspectionPlanItemDone',
  ],
  initial: noTargets,
  streamOf: ({ organisation, year }) => streams.target(organisation, year),
  decide: decideTarget,
  evolve: evolveTarget,
};
