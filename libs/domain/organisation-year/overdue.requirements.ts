import { compareInstants, localDateOf } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { CaseId, Instant, LocalDate, OrganisationId } from '#vocabulary';
import { stands } from '../assessment/recognition.state';

/** A recognition that stands, and that was not published by the time. */
export function requirePublicationOverdue(
  organisation: OrganisationId,
  year: number,
  context: DecisionContext,
): Requirement {
  const assessment = context.assessment(organisation, year);
  const recognition = assessment?.status === 'OPENED' ? assessment.recognition : undefined;
  const overdue =
    recognition !== undefined &&
    stands(recognition) &&
    isPast(recognition.publishBy, context.effectiveAt) &&
    isOutstanding(recognition.publishedAt, context.effectiveAt);
  return requireThat(overdue, 'NOTHING_OVERDUE', {
    field: 'year',
    subject: ['publication', { organisation, year }],
    at: context.effectiveAt,
  });
}

/** A discipline in a case of the organisation, decided, and not announced by the time. */
export function requireAnnouncementOverdue(
  organisation: OrganisationId,
  id: CaseId,
  context: DecisionContext,
): Requirement {
  const found = context.case(id);
  const known = found === undefined || found.status === 'UNKNOWN' ? undefined : found;
  const discipline = known?.discipline;
  const overdue =
    discipline !== undefined &&
    discipline.status !== 'NONE' &&
    isPast(discipline.announceBy, context.effectiveAt) &&
    isOutstanding(discipline.announcedAt, context.effectiveAt);
  return firstRefusal(
    requireThat(known?.organisation === organisation, 'NOT_RECORDED', {
      field: 'case',
      subject: ['caseOf', { case: id, organisation }],
    }),
    requireThat(overdue, 'NOTHING_OVERDUE', {
      field: 'case',
      subject: ['announcement', { case: id }],
      at: context.effectiveAt,
    }),
  );
}

/** Decisions recorded before deadlines were written into them are taken at the process's word. */
function isPast(deadline: LocalDate | undefined, at: Instant): boolean {
  return deadline === undefined || localDateOf(at) > deadline;
}

/** Not done at all so far, or only later: an act recorded in between does not undo the delay. */
function isOutstanding(doneAt: Instant | undefined, at: Instant): boolean {
  return doneAt === undefined || compareInstants(doneAt, at) > 0;
}
