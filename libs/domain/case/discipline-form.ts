import { memberStatusAt } from '../member';
import { valueAt } from '../organisation';
import { requireAuthority, requireAuthorityOrItself } from '../shared/authority';
import type { DecisionContext } from '../shared/context';
import { firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type {
  DisciplineForm,
  Instant,
  OrganisationId,
  OrganisationKind,
} from '../shared/vocabulary';
import { responsibleFor } from './case.requirements';
import type { KnownCase } from './case.state';

const OF_A_MEMBER: readonly DisciplineForm[] = ['REPRIMAND', 'WARNING', 'REMOVAL', 'EXPULSION'];
const OF_AN_ORGANISATION: readonly DisciplineForm[] = ['REPRIMAND', 'WARNING', 'DISSOLUTION'];
/** What a probationary member can get, and what a cell may decide of its own members. */
const LESSER_FORMS: readonly DisciplineForm[] = ['REPRIMAND', 'WARNING'];
const CELLS: readonly OrganisationKind[] = ['SUBORDINATE_CELL', 'GRASSROOTS_CELL'];

/** The form is one for members, or for organisations, and not too heavy for a probationary member. */
export function requireSuitableForm(
  form: DisciplineForm,
  { member }: KnownCase,
  context: DecisionContext,
): Requirement {
  const forms = member === undefined ? OF_AN_ORGANISATION : OF_A_MEMBER;
  const status =
    member === undefined ? undefined : memberStatusAt(context.member(member), context.effectiveAt);
  return firstRefusal(
    requireThat(forms.includes(form), 'DISCIPLINE_UNSUITABLE', {
      field: 'form',
      details: { form, forms },
    }),
    requireThat(
      status !== 'PROBATIONARY' || LESSER_FORMS.includes(form),
      'DISCIPLINE_OF_PROBATIONARY_MEMBER',
      { field: 'form', details: { form, forms: LESSER_FORMS } },
    ),
  );
}

/** A superior body decides; of its own members a cell decides the lesser forms itself. */
export function requireDisciplinaryAuthority(
  form: DisciplineForm,
  decidedBy: OrganisationId,
  state: KnownCase,
  context: DecisionContext,
): Requirement {
  const over = responsibleFor(state, context);
  const ofItsOwn =
    state.member !== undefined &&
    LESSER_FORMS.includes(form) &&
    isCell(decidedBy, context.effectiveAt, context);
  return ofItsOwn
    ? requireAuthorityOrItself(decidedBy, over, context)
    : requireAuthority(decidedBy, over, context);
}

function isCell(id: OrganisationId, at: Instant, context: DecisionContext): boolean {
  const organisation = context.organisation(id);
  const kind = organisation?.status === 'ESTABLISHED' ? valueAt(organisation.kind, at) : undefined;
  return kind !== undefined && CELLS.includes(kind);
}
