import { localDateOf, RATINGS } from '#vocabulary';
import { ratingRegimeAt } from '#domain';
import type { EventRef } from '#projection-engine';
import { disciplinesOf, standingFor } from '../subjects/disciplines';
import { wasChildOf } from '../subjects/organisation.subject';
import { standingDecision } from '../subjects/rating.subject';
import type { StandingSubject } from '../subjects/standing.subject';
import type { Question } from '../question';
import { shown } from '../terms';

/** A subordinate unit, or whoever led the organisation that year, was disciplined. */
export const excellentDespiteDiscipline = {
  kind: 'EXCELLENT_DESPITE_DISCIPLINE',
  rule: 'R-15',
  asks: 'Which organisations are EXCELLENT although a subordinate unit or their secretary was disciplined (R-15)?',
  answer: (subject) => {
    const { review } = subject.ofYear;
    const decision = review && standingDecision(review.rating)?.event;
    if (!decision || review.rating.level !== 'EXCELLENT') return [];
    const { excellentBlockedBy } = ratingRegimeAt(localDateOf(decision.effectiveAt));
    const countsUnits = excellentBlockedBy.includes('SUBORDINATE_UNIT');
    const countsLeaders = excellentBlockedBy.includes('LEADING_MEMBER');
    const units = countsUnits ? unitsDisciplined(subject, decision) : [];
    const leaders = countsLeaders ? leadersDisciplined(subject) : [];
    if (units.length === 0 && leaders.length === 0) return [];
    return [
      {
        figures: { disciplinedUnits: units.length, disciplinedLeaders: leaders.length },
        events: [...units, ...leaders, decision],
      },
    ];
  },
  sentence: ({ disciplinedUnits, disciplinedLeaders }) => ({
    vi: `Xếp loại ${RATINGS.EXCELLENT.vi} trong khi ${shown(disciplinedUnits)} đơn vị trực thuộc và ${shown(disciplinedLeaders)} người đứng đầu bị kỷ luật.`,
    en: `Rated ${RATINGS.EXCELLENT.en} although disciplines hit ${shown(disciplinedUnits)} of its units and ${shown(disciplinedLeaders)} of its leaders.`,
  }),
} as const satisfies Question<StandingSubject>;

function unitsDisciplined(
  { children, organisation, year }: StandingSubject,
  { effectiveAt }: EventRef,
): readonly EventRef[] {
  return children
    .filter((one) => wasChildOf(one, organisation, effectiveAt))
    .flatMap(({ cases }) => standingFor(disciplinesOf(cases, null), year).slice(0, 1))
    .map(({ decided }) => decided);
}

/** Secretaries, by when they were appointed: the last one before the year leads into it. */
function leadersDisciplined({ own, year }: StandingSubject): readonly EventRef[] {
  const appointed = own.secretaries.map(({ data, effectiveAt }) => ({
    member: data.member,
    on: localDateOf(effectiveAt),
  }));
  const byTime = appointed.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const before = byTime.filter(({ on }) => on < `${year}-01-01`).slice(-1);
  const during = byTime.filter(({ on }) => on.startsWith(String(year)));
  const leaders = new Set([...before, ...during].map(({ member }) => member));
  return [...leaders].flatMap((member) =>
    standingFor(disciplinesOf(own.cases, member), year).map(({ decided }) => decided),
  );
}
