import { assertNever } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { EnteredFor } from '../shared/entered-for';
import type { DisciplineForm, Instant, LocalDate, OrganisationId } from '#vocabulary';
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
  /** The last day on which it is announced in time. */
  readonly announceBy?: LocalDate;
  readonly announcedAt?: Instant;
  /** When it ends, if nothing comes between. */
  readonly endsOn?: LocalDate;
  readonly complaint: 'NONE' | 'PENDING' | 'RESOLVED';
}

export type Discipline = { readonly status: 'NONE' } | DecidedDiscipline;

/** An expulsion that stands, and of which the member was told. */
export function isAnnouncedExpulsion(discipline: Discipline): boolean {
  return (
    discipline.status === 'STANDING' &&
    discipline.form === 'EXPULSION' &&
    discipline.announcedAt !== undefined
  );
}

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
      return announced(state, fact);
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
  const { form, decidedBy, announceBy } = fact.data;
  return {
    status: 'STANDING',
    form,
    decidedBy,
    signedBy: signers(state, fact.data),
    decidedAt: fact.effectiveAt,
    ...(announceBy === undefined ? {} : { announceBy }),
    complaint: 'NONE',
  };
}

function announced(
  state: DecidedDiscipline,
  fact: Extract<Effective<DisciplineEvent>, { type: 'DisciplineAnnounced' }>,
): Discipline {
  const { endsOn } = fact.data;
  return {
    ...state,
    announcedAt: fact.effectiveAt,
    ...(endsOn === undefined ? {} : { endsOn }),
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
    signedBy: signers(state, fact.data),
    decidedAt: fact.effectiveAt,
    complaint: 'RESOLVED',
  };
  switch (outcome) {
    case 'UPHELD':
      return resolved;
    case 'ANNULLED':
      return { ...resolved, status: 'ANNULLED' };
    case 'CHANGED':
      return changed(resolved, form ?? state.form, fact.data.announceBy);
    default:
      return assertNever(outcome);
  }
}

/** What was changed is a new decision: it is announced anew, and runs from then. */
function changed(
  resolved: DecidedDiscipline,
  form: DisciplineForm,
  announceBy: LocalDate | undefined,
): Discipline {
  if (announceBy === undefined) return { ...resolved, form };
  const { announcedAt: _, endsOn: __, ...unannounced } = resolved;
  return { ...unannounced, form, announceBy };
}

function signers(
  state: Discipline,
  { signedBy, enteredBy }: EnteredFor & { readonly signedBy?: string },
): readonly string[] {
  const earlier = state.status === 'NONE' ? [] : state.signedBy;
  const signing = [signedBy, enteredBy].filter((id) => id !== undefined);
  return [...new Set([...earlier, ...signing])];
}
