import type { CaseDocument } from '../../cases';
import type { EventRef } from '#projection-engine';
import type { CaseInYear } from '../subjects/case-in-year.subject';
import type { Question } from '../question';
import { lastGrant } from '../subjects/last-grant';

/** A case is open until it is closed, or concluded with nothing confirmed. */
export const recognisedWithOpenCase = {
  kind: 'RECOGNISED_WITH_OPEN_CASE',
  rule: null,
  asks: 'Which organisations were recognised with an open case on that day?',
  candidates: ({ id }) => [id],
  answer: ({ id, case: violation, ofYear }) => {
    const grant = lastGrant(ofYear);
    const opened = violation?.opened ?? violation?.signals[0]?.received;
    if (!violation || !grant || !opened) return [];
    const { granted, ...settled } = grant;
    if (isAfter(opened, granted) || isOver(violation, granted)) return [];
    return [
      {
        about: id,
        case: id,
        ...(violation.member === null ? {} : { member: violation.member }),
        figures: { state: violation.state },
        events: [opened, granted],
        ...settled,
      },
    ];
  },
  sentence: () => ({
    vi: 'Được công nhận khi vụ việc còn chưa khép lại.',
    en: 'Recognised on a day on which the case was open.',
  }),
} as const satisfies Question<CaseInYear>;

function isOver({ closed, conclusion }: CaseDocument, granted: EventRef): boolean {
  const unfounded = conclusion?.confirmed === false ? conclusion.reached : undefined;
  return [closed, unfounded].some((end) => end !== undefined && !isAfter(end, granted));
}

function isAfter(event: EventRef, other: EventRef): boolean {
  return Date.parse(event.effectiveAt) > Date.parse(other.effectiveAt);
}
