import { assertNever } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import { refusal } from '../shared/refusal';
import { decidedUnless, firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { decideCaseOpened } from './case-opened.decide';
import type { CaseCommand } from './case.commands';
import type { CaseEvent } from './case.events';
import { caseOf, requireConfirmed } from './case.requirements';
import type { KnownCase, CaseState } from './case.state';
import { decideComplaint, isComplaintCommand } from './complaint.decide';
import { decideDiscipline, isDisciplineCommand } from './discipline.decide';

/** Facts of a case come late as often as not: what a closed case still takes is what happens after it. */
export function decideCase(
  command: CaseCommand,
  state: CaseState,
  context: DecisionContext,
): Decision<CaseEvent> {
  if (command.type === 'OpenCase') return decideCaseOpened(command, state, context);
  if (state.status === 'UNKNOWN') return refused(refusal('NOT_RECORDED', { field: 'case' }));
  if (isDisciplineCommand(command)) return decideDiscipline(command, state, context);
  if (isComplaintCommand(command)) return decideComplaint(command, state, context);
  const of = caseOf(state);
  switch (command.type) {
    case 'ReceiveSignal':
      return decidedUnless(undefined, {
        type: 'SignalReceived',
        data: { ...of, source: command.source },
      });
    case 'OpenInspection':
      return decidedUnless(
        firstRefusal(requireOpen(state), requireThat(!state.inspectionOpened, 'ALREADY_DONE')),
        { type: 'InspectionOpened', data: { ...of, openedBy: context.actor.id } },
      );
    case 'SubmitExplanation':
      return decidedUnless(requireOpen(state), { type: 'ExplanationSubmitted', data: of });
    case 'ReachConclusion':
      return decidedUnless(
        requireThat(state.conclusion === undefined, 'CONCLUSION_ALREADY_REACHED'),
        {
          type: 'ConclusionReached',
          data: {
            ...of,
            confirmed: command.confirmed,
            remediationRequired: command.remediationRequired,
            concludedBy: context.actor.id,
          },
        },
      );
    case 'FileRemediationPlan':
      return decidedUnless(requireConfirmed(state), { type: 'RemediationPlanFiled', data: of });
    case 'CompleteRemediation':
      return decidedUnless(
        firstRefusal(requireConfirmed(state), requireThat(!state.remediated, 'ALREADY_DONE')),
        { type: 'RemediationCompleted', data: of },
      );
    case 'CloseCase':
      return decidedUnless(firstRefusal(requireOpen(state), requireSettled(state)), {
        type: 'CaseClosed',
        data: of,
      });
    default:
      return assertNever(command);
  }
}

function requireOpen(state: KnownCase): Requirement {
  return requireThat(state.status === 'OPEN', 'CASE_CLOSED', { field: 'case' });
}

/** Nothing was confirmed, or what was decided about it was announced (or has been annulled). */
function requireSettled({ conclusion, discipline }: KnownCase): Requirement {
  const nothingConfirmed = conclusion?.confirmed === false;
  const announced =
    discipline.status !== 'NONE' &&
    (discipline.announcedAt !== undefined || discipline.status === 'ANNULLED');
  return requireThat(nothingConfirmed || announced, 'NO_ANNOUNCED_DECISION');
}
