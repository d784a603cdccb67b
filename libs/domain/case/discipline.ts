import { assertNever } from '../shared/assert-never';
import type { Effective } from '../shared/event';
import type { DisciplineForm, Instant, OrganisationId } from '../shared/vocabulary';
import type { CaseEvent } from './case.events';

/** A discipline as last decided: by the deciding body, or by whoever resolved a complaint about it. */
export interface DecidedDiscipline {
  /** `ANNULLED` is void, and something may be decided again. */
  readonly status: 'STANDING' | 'EXPIRED' | 'ANNULLED';
  readonly form: DisciplineForm;
  readonly decidedBy: OrganisationId;
  /** Everybody, by id, who signed a decision on the discipline, complaints included. */
  readonly signedBy: readonly string[];
  readonly decidedAt: Instant;
  readonly announcedAt?: Instant;
  readonly complaint: 'NONE' | 'PENDING' | 'RESOLVED';
}

export type Discipline = { readonly status: 'NONE' } | DecidedDiscipline;

export type DisciplineEvent = Extract<
  CaseEvent,
  {
    type:
      | 'DisciplineDecided'
      | 'DisciplineAnnounced'
      | 'ComplaintFiled'
      | 'ComplaintResolved'
      | 'DisciplineExpired';
  }
>;

export function evolveDiscipline(state: Discipline, fact: Effective<DisciplineEvent>): Discipline {
  if (fact.type === 'DisciplineDecided') return decidedOn(state, fact);
  if (state.status === 'NONE') return state;
  switch (fact.type) {
    case 'DisciplineAnnounced':
      return { ...state, announcedAt: fact.effectiveAt };
    case 'ComplaintFiled':
      return { ...state, complaint: 'PENDING' };
    case 'ComplaintResolved':
      return complaintResolved(state, fact);
    case 'DisciplineExpired':
      return state.status === 'STANDING' ? { ...state, status: 'EXPIRED' } : state;
    default:
      return assertNever(fact);
  }
}

function decidedOn(
  state: Discipline,
  fact: Extract<Effective<DisciplineEvent>, { type: 'DisciplineDecided' }>,
): Discipline {
  const { form, decidedBy } = fact.data;
  return {
    status: 'STANDING',
    form,
    decidedBy,
    signedBy: signers(state, fact.data.signedBy),
    decidedAt: fact.effectiveAt,
    complaint: 'NONE',
  };
}

/** The body that answered the complaint is the one that decided last, and may not answer the next. */
function complaintResolved(
  state: DecidedDiscipline,
  fact: Extract<Effective<DisciplineEvent>, { type: 'ComplaintResolved' }>,
): Discipline {
  const { outcome, form, decidedBy } = fact.data;
  const resolved: DecidedDiscipline = {
    ...state,
    decidedBy,
    signedBy: signers(state, fact.data.signedBy),
    decidedAt: fact.effectiveAt,
    complaint: 'RESOLVED',
  };
  switch (outcome) {
    case 'UPHELD':
      return resolved;
    case 'ANNULLED':
      return { ...resolved, status: 'ANNULLED' };
    case 'CHANGED':
      return { ...resolved, form: form ?? state.form };
    default:
      return assertNever(outcome);
  }
}

function signers(state: Discipline, signedBy: string | undefined): readonly string[] {
  const earlier = state.status === 'NONE' ? [] : state.signedBy;
  return signedBy === undefined || earlier.includes(signedBy) ? earlier : [...earlier, signedBy];
}
