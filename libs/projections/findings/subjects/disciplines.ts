import { localDateOf, monthsAfter } from '#vocabulary';
import type { Instant, MemberId } from '#vocabulary';
import { disciplineRegimeAt } from '#domain';
import type { CaseDocument } from '../../cases';
import type { EventRef } from '#projection-engine';
import { yearOfCase } from './case.subject';

/** A violation that a discipline was decided for. */
export interface Disciplined {
  readonly case: CaseDocument;
  readonly violationYear: number;
  readonly disciplineYear: number;
  /** The last decision. */
  readonly decided: EventRef;
  readonly annulled: EventRef | undefined;
}

/** `null` for the organisation itself (R-18: one violation, one discipline). */
export function disciplinesOf(
  cases: readonly CaseDocument[],
  who: MemberId | null,
): readonly Disciplined[] {
  return cases.flatMap((one): Disciplined[] => {
    const decided = one.decisions.at(-1)?.decided;
    if (one.member !== who || decided === undefined) return [];
    return [
      {
        case: one,
        violationYear: yearOfCase(one),
        disciplineYear: Number(localDateOf(decided.effectiveAt).slice(0, 4)),
        decided,
        annulled:
          one.discipline.status === 'ANNULLED'
            ? one.complaints.findLast(({ resolved }) => resolved?.outcome === 'ANNULLED')?.resolved
                ?.event
            : undefined,
      },
    ];
  });
}

/** Those that count and were not annulled, for a violation of the year (R-16: of the year of the act, and of no other). */
export function standingFor(
  disciplines: readonly Disciplined[],
  year: number,
): readonly Disciplined[] {
  return disciplines.filter(
    ({ case: { discipline, duplicateOf }, violationYear }) =>
      discipline.status !== 'ANNULLED' && duplicateOf === undefined && violationYear === year,
  );
}

/** Whether a discipline ran on that day: from its announcement until it ends by itself or is ended. */
export function ranAt({ case: one, annulled }: Disciplined, at: Instant): boolean {
  const announced = one.decisions.at(-1)?.announced;
  if (announced === undefined) return false;
  const [on, from] = [localDateOf(at), localDateOf(announced.effectiveAt)];
  const { discipline } = one;
  const endsOn = discipline.status === 'NONE' ? undefined : discipline.endsOn;
  const ends = [endsOn ?? monthsAfter(from, disciplineRegimeAt(from).endsAfterMonths)];
  for (const end of [annulled, one.expired]) {
    if (end !== undefined) ends.push(localDateOf(end.effectiveAt));
  }
  return from <= on && ends.every((end) => on < end);
}

/**
 * Those who are disciplined, and those who were until a fact was corrected: the case may have been about somebody else
 * before.
 */
export function membersEverDisciplined({
  content,
  ever,
}: {
  readonly content: { readonly cases: readonly CaseDocument[] };
  readonly ever: { readonly cases: readonly CaseDocument[] };
}): readonly MemberId[] {
  const cases = [...content.cases, ...ever.cases];
  return [...new Set(cases.flatMap(({ member }) => member ?? []))];
}
