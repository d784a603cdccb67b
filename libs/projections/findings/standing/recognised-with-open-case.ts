import type { CaseDocument } from '../../cases';
import type { EventRef } from '#projection-engine';
import type { StandingSubject } from '../subjects/standing.subject';
import type { Question } from '../question';
import { lastGrant } from './last-grant';

/** A case is open until it is closed, or concluded with nothing confirmed. */
export const recognisedWithOpenCase = {
  kind: 'RECOGNISED_WITH_OPEN_CASE',
  rule: null,
  asks: 'Which organisations were recognised with an open case on that day?',
  candidates: ({ own }) => own.cases.map((one) => one.case),
  answer: ({ own, ofYear }) => {
    const granted = lastGrant(ofYear);
    if (!granted) return [];
    return own.cases.flatMap((one) => {
      const opened = one.opened ?? one.signals[0]?.received;
      if (!opened || isAfter(opened, granted) || isOver(one, granted)) return [];
      return [
        {
          about: one.case,
          case: one.case,
          ...(one.member === null ? {} : { member: one.member }),
          figures: { state: one.state },
          events: [opened, granted],
        },
      ];
    });
  },
  sentence: () => ({
    vi: 'Được công nhận khi vụ việc còn chưa khép lại.',
    en: 'Recognised on a day on which the case was open.',
  }),
} as const satisfies Question<StandingSubject>;

function isOver({ closed, conclusion }: CaseDocument, granted: EventRef): boolean {
  const unfounded = conclusion?.confirmed === false ? conclusion.reached : undefined;
  return [closed, unfounded].some((end) => end !== undefined && !isAfter(end, granted));
}

function isAfter(event: EventRef, other: EventRef): boolean {
  return Date.parse(event.effectiveAt) > Date.parse(other.effectiveAt);
}
