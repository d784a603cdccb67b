import { daysAfter, localDateOf } from '#vocabulary';
import type { LocalDate } from '#vocabulary';
import { disciplineRegimeAt } from '#domain';
import type { DisciplineDecision } from '../../cases';
import type { CaseSubject } from '../subjects/case.subject';
import { ofType } from '../subjects/of-type';
import type { Question } from '../question';
import { shown } from '../terms';
import { answerOf } from './answer-of';

/** Announced after its time, or found overdue when the time was over. */
export const announcementLate = {
  kind: 'ANNOUNCEMENT_LATE',
  rule: 'R-23',
  asks: 'Which disciplines were announced late, or are overdue (R-23)?',
  answer: (subject) => {
    const { case: one, announcementOverdue } = subject;
    const isLast = (decision: DisciplineDecision): boolean => decision === one?.decisions.at(-1);
    if (!one) return [];
    return one.decisions
      .flatMap((decision) => {
        const { decided, announced } = decision;
        const dueOn = announcementDueOn(decision, subject);
        const isLate = announced && localDateOf(announced.effectiveAt) > dueOn;
        const overdue =
          announced === undefined && isLast(decision) ? announcementOverdue : undefined;
        if (isLate !== true && overdue === undefined) return [];
        const figures = { dueOn, announced: announced !== undefined };
        return [answerOf(one, [decided, announced ?? overdue], figures)];
      })
      .slice(-1);
  },
  sentence: ({ announced, announcedOn, dueOn }) =>
    announced === true
      ? {
          vi: `Quyết định kỷ luật công bố ngày ${shown(announcedOn)}, hạn cuối là ${shown(dueOn)}.`,
          en: `The discipline was announced on ${shown(announcedOn)}; it was due by ${shown(dueOn)}.`,
        }
      : {
          vi: `Quyết định kỷ luật chưa công bố, hạn cuối là ${shown(dueOn)}.`,
          en: `The discipline is not announced; it was due by ${shown(dueOn)}.`,
        },
} as const satisfies Question<CaseSubject>;

/** As written into the decision; older ones say nothing, and national rules do. */
function announcementDueOn({ decided, decidedBy }: DisciplineDecision, of: CaseSubject): LocalDate {
  const fact = ofType(of.facts, 'DisciplineDecided').find(({ id }) => id === decided.event);
  if (fact?.data.announceBy !== undefined) return fact.data.announceBy;
  const decidedOn = localDateOf(decided.effectiveAt);
  const regime = disciplineRegimeAt(decidedOn);
  const isOwn = decidedBy === of.case?.organisation;
  const days = isOwn ? regime.announcedByCellsWithinDays : regime.announcedWithinDays;
  return daysAfter(decidedOn, days);
}
