import { assertNever } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { CaseId, Instant, LocalDate, MemberId, OrganisationId } from '#vocabulary';
import type { CaseEvent } from './case.events';
import { evolveDiscipline } from './discipline';
import type { Discipline } from './discipline';

export interface Conclusion {
  readonly confirmed: boolean;
  readonly remediationRequired: boolean;
  readonly concludedAt: Instant;
  readonly concludedBy?: string;
}

export type CaseState =
  | { readonly status: 'UNKNOWN' }
  | {
      readonly status: 'OPEN' | 'CLOSED';
      readonly case: CaseId;
      /** To whom the violation is attributed, wherever the member is now. */
      readonly organisation: OrganisationId;
      readonly member?: MemberId;
      readonly occurredOn: LocalDate;
      readonly inspectionOpened: boolean;
      /** Everybody, by id, who inspected or proposed. */
      readonly preparedBy: readonly string[];
      readonly conclusion?: Conclusion;
      readonly discipline: Discipline;
      readonly remediated: boolean;
      readonly rightsRestored: boolean;
    };

export type KnownCase = Exclude<CaseState, { status: 'UNKNOWN' }>;

export const unknownCase: CaseState = { status: 'UNKNOWN' };

export function evolveCase(state: CaseState, fact: Effective<CaseEvent>): CaseState {
  if (fact.type === 'CaseOpened') return state.status === 'UNKNOWN' ? opened(fact) : state;
  if (state.status === 'UNKNOWN') return state;
  switch (fact.type) {
    case 'InspectionOpened':
      return { ...withPreparer(state, fact.data.openedBy), inspectionOpened: true };
    case 'ConclusionReached':
      return state.conclusion === undefined ? concluded(state, fact) : state;
    case 'DisciplineDecided':
    case 'DisciplineAnnounced':
    case 'ComplaintFiled':
    case 'ComplaintResolved':
    case 'DisciplineExpired':
      return { ...state, discipline: evolveDiscipline(state.discipline, fact) };
    case 'RemediationCompleted':
      return { ...state, remediated: true };
    case 'RightsRestored':
      return { ...state, rightsRestored: true };
    case 'DisciplineProposed':
      return withPreparer(state, fact.data.proposedBy);
    case 'CaseClosed':
      return { ...state, status: 'CLOSED' };
    case 'SignalReceived':
    case 'ExplanationSubmitted':
    case 'RemediationPlanFiled':
      return state;
    default:
      return assertNever(fact);
  }
}

/** Everybody, by id, who has handled the case so far: none of them may decide its complaint. */
export function handlersOf(state: KnownCase): readonly string[] {
  const concludedBy = state.conclusion?.concludedBy;
  return [
    ...state.preparedBy,
    ...(concludedBy === undefined ? [] : [concludedBy]),
    ...(state.discipline.status === 'NONE' ? [] : state.discipline.signedBy),
  ];
}

function opened(fact: Extract<Effective<CaseEvent>, { type: 'CaseOpened' }>): KnownCase {
  const { organisation, member, occurredOn } = fact.data;
  return {
    status: 'OPEN',
    case: fact.data.case,
    organisation,
    ...(member === undefined ? {} : { member }),
    occurredOn,
    inspectionOpened: false,
    preparedBy: [],
    discipline: { status: 'NONE' },
    remediated: false,
    rightsRestored: false,
  };
}

function withPreparer(state: KnownCase, by: string | undefined): KnownCase {
  if (by === undefined || state.preparedBy.includes(by)) return state;
  return { ...state, preparedBy: [...state.preparedBy, by] };
}

function concluded(
  state: KnownCase,
  fact: Extract<Effective<CaseEvent>, { type: 'ConclusionReached' }>,
): KnownCase {
  const { confirmed, remediationRequired, concludedBy } = fact.data;
  return {
    ...state,
    conclusion: {
      confirmed,
      remediationRequired,
      concludedAt: fact.effectiveAt,
      ...(concludedBy === undefined ? {} : { concludedBy }),
    },
  };
}
