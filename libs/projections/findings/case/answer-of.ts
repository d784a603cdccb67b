import type { CaseDocument } from '../../cases';
import type { EventRef } from '#projection-engine';
import type { Answer, Figures } from '../question';
import { datesOf } from '../subjects/case.subject';

/** An answer about a case: besides its own figures, every date of the violation. */
export function answerOf(
  one: CaseDocument,
  events: readonly (EventRef | undefined)[],
  figures: Figures,
): Answer {
  return {
    case: one.case,
    ...(one.member === null ? {} : { member: one.member }),
    figures: { ...figures, ...datesOf(one) },
    events: events.filter((event) => event !== undefined),
  };
}
