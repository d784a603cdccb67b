import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { CaseCommand } from './case.commands';
import { decideCase } from './case.decide';
import type { CaseEvent } from './case.events';
import { evolveCase, unknownCase } from './case.state';
import type { CaseState } from './case.state';

export const caseAggregate: Aggregate<CaseCommand, CaseEvent, CaseState> = {
  category: 'case',
  commands: [
    'OpenCase',
    'ReceiveSignal',
    'OpenInspection',
    'SubmitExplanation',
    'ReachConclusion',
    'ProposeDiscipline',
    'DecideDiscipline',
    'AnnounceDiscipline',
    'FileComplaint',
    'ResolveComplaint',
    'FileRemediationPlan',
    'CompleteRemediation',
    'ExpireDiscipline',
    'RestoreRights',
    'CloseCase',
  ],
  events: [
    'CaseOpened',
    'SignalReceived',
    'InspectionOpened',
    'ExplanationSubmitted',
    'ConclusionReached',
    'DisciplineProposed',
    'DisciplineDecided',
    'DisciplineAnnounced',
    'ComplaintFiled',
    'ComplaintResolved',
    'RemediationPlanFiled',
    'RemediationCompleted',
    'DisciplineExpired',
    'RightsRestored',
    'CaseClosed',
  ],
  initial: unknownCase,
  streamOf: (about) => streams.case(about.case),
  decide: decideCase,
  evolve: evolveCase,
};
