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
      /** The body that opened it. */
      readonly openedFor?: OrganisationId;
      /** The bodies that inspect; an inspection of nobody known is one from above. */
      readonly inspectors: readonly (OrganisationId | undefined)[];
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
    evolve(state, { data }) {
      if (isKnown(state)) return state;
      const { case: id, organisation, member, occurredOn, prohibitedThing, openedFor } = data;
      return {
        status: 'OPEN',
        case: id,
        organisation,
        ...(member === undefined ? {} : { member }),
        occurredOn,
        ...(prohibitedThing === undefined ? {} : { prohibitedThing }),
        ...(openedFor === undefined ? {} : { openedFor }),
        inspectors: [],
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
      ...withPreparers(state, data.openedBy, data.enteredBy),
      inspectors: [...state.inspectors, data.openedFor],
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
      const { confirmed, remediationRequired, concludedBy, enteredBy } = data;
      const conclusion = {
        confirmed,
        remediationRequired,
        concludedAt: effectiveAt,
        ...(concludedBy === undefined ? {} : { concludedBy }),
      };
      if (state.conclusion !== undefined) return state;
      return { ...withPreparers(state, enteredBy), conclusion };
    }),
  },
  DisciplineProposed: {
    groundOf: [],
    evolve: onceKnown((state, { data }) => withPreparers(state, data.proposedBy, data.enteredBy)),
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

function withPreparers(state: KnownCase, ...by: readonly (string | undefined)[]): KnownCase {
  const preparedBy = [...state.preparedBy, ...by.filter((id) => id !== undefined)];
  return { ...state, preparedBy: [...new Set(preparedBy)] };
}

/** Opened by the organisation itself, about its own member, and inspected by no body above (handbook, section 12). */
export function isOwnMatter({ organisation, member, openedFor, inspectors }: KnownCase): boolean {
  return (
    member !== undefined &&
    openedFor === organisation &&
    inspectors.every((body) => body === organisation)
  );
}
