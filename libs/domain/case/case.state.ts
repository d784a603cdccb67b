import type { CaseId, Instant, LocalDate, MemberId, OrganisationId } from '#vocabulary';
import type { Effective } from '../shared/event';
import { isKnown, onceKnown, unchanged } from '../shared/facts';
import type { Facts, Known } from '../shared/facts';
import type { CaseEvent } from './case.events';
import { evolveDiscipline } from './discipline.state';
import type { Discipline, DisciplineEvent } from './discipline.state';

interface Conclusion {
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
      /** 1–19, when a prohibited thing is alleged. */
      readonly prohibitedThing?: number;
      readonly inspectionOpened: boolean;
      /** Everybody, by id, who inspected or proposed. */
      readonly preparedBy: readonly string[];
      readonly conclusion?: Conclusion;
      readonly discipline: Discipline;
      readonly remediated: boolean;
      readonly rightsRestored: boolean;
      /** The case about the same, as which it was closed. */
      readonly duplicateOf?: CaseId;
    };

export type KnownCase = Known<CaseState>;

const withDiscipline = (state: CaseState, fact: Effective<DisciplineEvent>): CaseState =>
  isKnown(state) ? { ...state, discipline: evolveDiscipline(state.discipline, fact) } : state;

export const caseFacts: Facts<CaseState, CaseEvent> = {
  CaseOpened: {
    groundOf: 'ALL',
    evolve(state, { data: { case: id, organisation, member, occurredOn, prohibitedThing } }) {
      if (isKnown(state)) return state;
      return {
        status: 'OPEN',
        case: id,
        organisation,
        ...(member === undefined ? {} : { member }),
        occurredOn,
        ...(prohibitedThing === undefined ? {} : { prohibitedThing }),
        inspectionOpened: false,
        preparedBy: [],
        discipline: { status: 'NONE' },
        remediated: false,
        rightsRestored: false,
      };
    },
  },
  SignalReceived: { groundOf: [], evolve: unchanged },
  InspectionOpened: {
    groundOf: [],
    evolve: onceKnown((state, { data }) => ({
      ...withPreparer(state, data.openedBy),
      inspectionOpened: true,
    })),
  },
  ExplanationSubmitted: { groundOf: [], evolve: unchanged },
  ConclusionReached: {
    groundOf: [
      'DisciplineProposed',
      'DisciplineDecided',
      'RemediationPlanFiled',
      'RemediationCompleted',
      'CaseClosed',
    ],
    evolve: onceKnown((state, { data, effectiveAt }) => {
      const { confirmed, remediationRequired, concludedBy } = data;
      const conclusion = {
        confirmed,
        remediationRequired,
        concludedAt: effectiveAt,
        ...(concludedBy === undefined ? {} : { concludedBy }),
      };
      return state.conclusion === undefined ? { ...state, conclusion } : state;
    }),
  },
  DisciplineProposed: {
    groundOf: [],
    evolve: onceKnown((state, { data }) => withPreparer(state, data.proposedBy)),
  },
  DisciplineDecided: {
    groundOf: [
      'DisciplineAnnounced',
      'ComplaintFiled',
      'ComplaintResolved',
      'DisciplineExpired',
      'RightsRestored',
      'CaseClosed',
    ],
    evolve: withDiscipline,
  },
  DisciplineAnnounced: { groundOf: ['DisciplineExpired', 'CaseClosed'], evolve: withDiscipline },
  ComplaintFiled: { groundOf: ['ComplaintResolved'], evolve: withDiscipline },
  ComplaintResolved: {
    groundOf: ['ComplaintFiled', 'DisciplineDecided'],
    evolve: onceKnown((state, fact) =>
      withoutViolation(
        { ...state, discipline: evolveDiscipline(state.discipline, fact) },
        fact.data.violationStands,
      ),
    ),
  },
  RemediationPlanFiled: { groundOf: [], evolve: unchanged },
  RemediationCompleted: {
    groundOf: [],
    evolve: onceKnown((state) => ({ ...state, remediated: true })),
  },
  DisciplineExpired: { groundOf: ['RightsRestored'], evolve: withDiscipline },
  RightsRestored: {
    groundOf: [],
    evolve: onceKnown((state) => ({ ...state, rightsRestored: true })),
  },
  CaseClosed: {
    groundOf: [],
    evolve: onceKnown((state, { data: { duplicateOf } }) => ({
      ...state,
      status: 'CLOSED',
      ...(duplicateOf === undefined ? {} : { duplicateOf }),
    })),
  },
};

/** Where a complaint shows that there was no violation, the case is one in which none was confirmed. */
export function withoutViolation<
  Case extends { readonly conclusion?: { readonly confirmed: boolean } },
>(one: Case, violationStands: boolean | undefined): Case {
  if (one.conclusion === undefined || violationStands !== false) return one;
  return { ...one, conclusion: { ...one.conclusion, confirmed: false } };
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

function withPreparer(state: KnownCase, by: string | undefined): KnownCase {
  if (by === undefined || state.preparedBy.includes(by)) return state;
  return { ...state, preparedBy: [...state.preparedBy, by] };
}
