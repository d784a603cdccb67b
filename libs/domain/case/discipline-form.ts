import { memberStatusAt } from '../member/member.state';
import { organisationKindAt } from '../organisation/organisation.state';
import { disciplineRegimeAt } from '../regimes';
import type { DisciplineRegime } from '../regimes';
import { requireAuthority, requireAuthorityOrItself } from '../shared/authority';
import { daysAfter, localDateOf } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { DisciplineForm, LocalDate, OrganisationId, OrganisationKind } from '#vocabulary';
import { responsibleFor } from './case.commands';
import type { KnownCase } from './case.state';

const CELLS: readonly OrganisationKind[] = ['SUBORDINATE_CELL', 'GRASSROOTS_CELL'];

/** The form is one for members, or for organisations, and not too heavy for a probationary member. */
export function requireSuitableForm(
  form: DisciplineForm,
  { case: id, member }: KnownCase,
  context: DecisionContext,
): Requirement {
  const { formsOfOrganisations, formsOfMembers, formsOfProbationaryMembers } = regimeOf(context);
  const forms = member === undefined ? formsOfOrganisations : formsOfMembers;
  const status =
    member === undefined ? undefined : memberStatusAt(context.member(member), context.effectiveAt);
  return firstRefusal(
    requireThat(forms.includes(form), 'DISCIPLINE_UNSUITABLE', {
      field: 'form',
      case: id,
      form,
      forms,
    }),
    member === undefined || status !== 'PROBATIONARY'
      ? undefined
      : requireThat(
          formsOfProbationaryMembers.includes(form),
          'DISCIPLINE_OF_PROBATIONARY_MEMBER',
          { field: 'form', member, form, forms: formsOfProbationaryMembers },
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
    regimeOf(context).formsDecidedByCells.includes(form) &&
    isCell(decidedBy, context);
  return ofItsOwn
    ? requireAuthorityOrItself(decidedBy, over, context)
    : requireAuthority(decidedBy, over, context);
}

/** A cell announces what it decided itself sooner than others do. */
export function announceByOf(decidedBy: OrganisationId, context: DecisionContext): LocalDate {
  const { announcedWithinDays, announcedByCellsWithinDays } = regimeOf(context);
  const days = isCell(decidedBy, context) ? announcedByCellsWithinDays : announcedWithinDays;
  return daysAfter(localDateOf(context.effectiveAt), days);
}

function isCell(id: OrganisationId, context: DecisionContext): boolean {
  const kind = organisationKindAt(context.organisation(id), context.effectiveAt);
  return kind !== undefined && CELLS.includes(kind);
}

function regimeOf({ effectiveAt }: DecisionContext): DisciplineRegime {
  return disciplineRegimeAt(localDateOf(effectiveAt));
}
