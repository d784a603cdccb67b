import fc from 'fast-check';
import { GRIEVANCE_FLAGS, RATING_LEVELS, SIGNAL_SOURCES } from '#vocabulary';
import type { MeetingKind, RatingLevel } from '#vocabulary';
import type { SubtreeTally } from '../facts';
import { event, facts, meeting, members, tally, target } from './given-facts.features';
import { tallied } from './tallied.features';
import type { GivenYear } from './tallied.features';

/**
 * One thing that was open becomes settled: a target is confirmed, a member rated, a case decided, a
 * month held or missed, the year closed. `at` and `how` choose which thing and which way; a step
 * that has nothing left to settle changes nothing.
 */
export interface Step {
  readonly what: keyof typeof SETTLE;
  readonly at: number;
  readonly how: number;
}

export const POINT_MAXIMUM = 5;

const level = (how: number): RatingLevel => RATING_LEVELS[how % 4] ?? 'FAILED';

function inSubtree(given: GivenYear, change: Partial<SubtreeTally>): GivenYear {
  return { ...given, subtree: { ...given.subtree, ...change } };
}

/** The nth of the items that are still open, settled; all others as they are. */
function settleOne<T>(
  items: readonly T[],
  at: number,
  isOpen: (item: T) => boolean,
  settle: (item: T) => T,
): readonly T[] {
  const open = items.filter(isOpen);
  const chosen = open[at % Math.max(1, open.length)];
  return items.map((item) => (item === chosen ? settle(item) : item));
}

const monthsHeld = (given: GivenYear) => tallied(given, undefined).meetings.monthsHeld;

type Settle = (given: GivenYear, at: number, how: number) => GivenYear;

const inOpenYear =
  (settle: Settle): Settle =>
  (given, at, how) =>
    given.periodClosed ? given : settle(given, at, how);

const SETTLE = {
  confirmTarget: (given, at, how) => ({
    ...given,
    targets: settleOne(
      given.targets,
      at,
      ({ confirmed }) => confirmed === undefined,
      (open) => ({ ...open, confirmed: { achieved: String(how % 20), event: event(100 + at) } }),
    ),
  }),
  rateMember: (given, _at, how) => {
    const tallied = given.subtree.members;
    const rated = RATING_LEVELS.reduce((sum, known) => sum + tallied.rated[known], 0);
    if (rated >= tallied.rateable) return given;
    const reached = { ...tallied.rated, [level(how)]: tallied.rated[level(how)] + 1 };
    return inSubtree(given, { members: { ...tallied, rated: reached } });
  },
  signMemberPledge: inOpenYear((given) => {
    const tallied = given.subtree.members;
    return tallied.pledged >= tallied.rateable
      ? given
      : inSubtree(given, { members: { ...tallied, pledged: tallied.pledged + 1 } });
  }),
  resolveGrievance: inOpenYear((given, at) =>
    inSubtree(given, {
      grievances: settleOne(
        given.subtree.grievances,
        at,
        ({ unresolved }) => unresolved > 0,
        (open) => ({ ...open, unresolved: open.unresolved - 1 }),
      ),
    }),
  ),
  decideProhibitedThing: (given, _at, how) => {
    const { confirmed, selfDetectedAndRemedied, open } = given.subtree.prohibitedThings;
    if (open === 0) return given;
    return inSubtree(given, {
      prohibitedThings: {
        open: open - 1,
        confirmed: confirmed + (how % 3 > 0 ? 1 : 0),
        selfDetectedAndRemedied: selfDetectedAndRemedied + (how % 3 > 1 ? 1 : 0),
      },
    });
  },
  decideDetection: (given, at, how) =>
    inSubtree(given, {
      detectedBy: settleOne(
        given.subtree.detectedBy,
        at,
        ({ open }) => open > 0,
        (tallied) => ({
          ...tallied,
          open: tallied.open - 1,
          confirmed: tallied.confirmed + (how % 2),
        }),
      ),
    }),
  completeRemediation: inOpenYear((given) =>
    inSubtree(given, { unremedied: Math.max(0, given.subtree.unremedied - 1) }),
  ),
  recogniseChild: (given, at, how) => ({
    ...given,
    children: settleOne(
      given.children,
      at,
      ({ recognised }) => recognised === undefined,
      (open) => ({ ...open, recognised: how % 2 === 0, recognitionEvent: event(200 + at) }),
    ),
  }),
  rateChild: (given, at, how) => ({
    ...given,
    children: settleOne(
      given.children,
      at,
      ({ rating }) => rating === undefined,
      (open) => ({ ...open, rating: level(how), ratingEvent: event(300 + at) }),
    ),
  }),
  rateOrganisation: (given, _at, how) =>
    given.ratings.some(({ year }) => year === given.year)
      ? given
      : {
          ...given,
          ratings: [...given.ratings, { year: given.year, level: level(how), event: event(400) }],
        },
  holdRegular: inOpenYear((given, at, how) => {
    const month = (at % 12) + 1;
    if (monthsHeld(given).includes(month)) return given;
    if (given.missedMonths.some((missed) => missed.month === month)) return given;
    return withMeeting(given, month, 'REGULAR', how);
  }),
  holdThematic: inOpenYear((given, at, how) => {
    const quarter = (at % 4) + 1;
    if (given.missedQuarters.some((missed) => missed.quarter === quarter)) return given;
    const held = given.meetings.some(({ id }) => id === `THEMATIC-${quarter * 3}`);
    return held ? given : withMeeting(given, quarter * 3, 'THEMATIC', how);
  }),
  missMonth: inOpenYear((given, at) => {
    const month = (at % 12) + 1;
    return monthsHeld(given).includes(month)
      ? given
      : { ...given, missedMonths: [...given.missedMonths, { month, event: event(500 + month) }] };
  }),
  missQuarter: inOpenYear((given, at) => {
    const quarter = (at % 4) + 1;
    const missed = { quarter, event: event(520 + quarter) };
    return given.meetings.some(({ id }) => id === `THEMATIC-${quarter * 3}`)
      ? given
      : { ...given, missedQuarters: [...given.missedQuarters, missed] };
  }),
  // A closed year has settled the share of scored meetings: a score after it is a new fact.
  scoreMeeting: inOpenYear((given, at, how) => ({
    ...given,
    meetings: settleOne(
      given.meetings,
      at,
      ({ score }) => score === undefined,
      (held) => ({ ...held, score: scoreOf(how, at) }),
    ),
  })),
  adoptPlan: inOpenYear((given, at) =>
    given.inspectionPlan
      ? given
      : {
          ...given,
          inspectionPlan: {
            adopted: event(600),
            items: Array.from({ length: (at % 4) + 1 }, (_, item) => ({ code: `item-${item}` })),
          },
        },
  ),
  doPlanItem: (given, at) =>
    given.inspectionPlan
      ? {
          ...given,
          inspectionPlan: {
            ...given.inspectionPlan,
            items: settleOne(
              given.inspectionPlan.items,
              at,
              ({ done }) => done === undefined,
              (item) => ({ ...item, done: event(601 + at) }),
            ),
          },
        }
      : given,
  appraise: (given, _at, how) =>
    appraised(given, 'study', { result: how % 2 === 0 ? 'MET' : 'NOT_MET' }),
  givePoints: (given, at, how) =>
    appraised(given, `points-${at % 2}`, { points: String(((how % 11) * POINT_MAXIMUM) / 10) }),
  closePeriod: (given) => ({ ...given, periodClosed: given.periodClosed ?? event(9_000) }),
} as const satisfies Record<string, Settle>;

function scoreOf(how: number, at: number) {
  const points = { ATTENDANCE: String(how % 21), CONDUCT: String((how * 7) % 81) };
  return { points, event: event(700 + at) };
}

function withMeeting(given: GivenYear, month: number, kind: MeetingKind, how: number): GivenYear {
  const date = `2024-${String(month).padStart(2, '0')}-${kind === 'REGULAR' ? '05' : '20'}`;
  const held = meeting(date, kind, {
    id: `${kind}-${month}`,
    present: how % 11,
    endsAt: `${date}T${how % 3 === 0 ? '20' : '21'}:00:00+07:00`,
    ...(how % 5 > 2
      ? { preparation: { heldAt: `${date}T08:00:00+07:00`, event: event(800 + month) } }
      : {}),
  });
  return { ...given, meetings: [...given.meetings, held] };
}

function appraised(
  given: GivenYear,
  condition: string,
  answer: { readonly result: 'MET' | 'NOT_MET' } | { readonly points: string },
): GivenYear {
  if (given.appraisals[condition]) return given;
  const appraisals = { ...given.appraisals, [condition]: { ...answer, event: event(900) } };
  return { ...given, appraisals };
}

export function settle(given: GivenYear, { what, at, how }: Step): GivenYear {
  return SETTLE[what](given, at, how);
}

export const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...(Object.keys(SETTLE) as (keyof typeof SETTLE)[])),
  at: fc.nat(60),
  how: fc.nat(60),
});

const few = fc.nat(3);

/** A year of which nothing has been settled yet, with things of every kind still open. */
export const openYear: fc.Arbitrary<GivenYear> = fc
  .record({
    targets: fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 4 }),
    rateable: few,
    grievances: fc.array(fc.tuple(fc.subarray([...GRIEVANCE_FLAGS], { minLength: 1 }), few, few), {
      maxLength: 3,
    }),
    prohibited: few,
    detected: fc.array(
      fc.tuple(fc.constantFrom(...SIGNAL_SOURCES.filter((source) => source !== 'SELF')), few, few),
      { maxLength: 3 },
    ),
    unremedied: few,
    children: few,
    earlier: fc.array(fc.constantFrom(...RATING_LEVELS), { maxLength: 4 }),
  })
  .map((open) =>
    facts({
      targets: open.targets.map(([assigned, ceiling], index) =>
        target(`t${index}`, String(assigned), undefined, ceiling ? 'AT_MOST' : 'AT_LEAST'),
      ),
      ratings: open.earlier.map((rating, index) => ({
        year: 2023 - index,
        level: rating,
        event: event(50 + index),
      })),
      children: Array.from({ length: open.children }, (_, index) => ({
        organisation: `child-${index}`,
      })),
      subtree: tally({
        members: members(open.rateable),
        grievances: open.grievances.map(([flags, unresolved, opened]) => ({
          flags,
          unresolved,
          opened,
        })),
        prohibitedThings: {
          confirmed: open.prohibited,
          selfDetectedAndRemedied: Math.min(1, open.prohibited),
          open: open.prohibited,
        },
        detectedBy: open.detected.map(([source, confirmed, undecided]) => ({
          source,
          confirmed,
          open: undecided,
          onImportedDates: 0,
        })),
        unremedied: open.unremedied,
        evidence: {
          unremedied: [event(61), event(60)],
          'prohibitedThings:open': [event(63), event(62)],
        },
      }),
    }),
  );
