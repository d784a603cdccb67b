import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import type { DomainEvent } from '#domain';
import { BuiltAgain, recorded, withSomeCorrected } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { findingsProjection } from '.';
import { FINDING_MEETINGS } from './keys';

const RUNS = { numRuns: runs(15), endOnFailure: true };
const CELL = { organisation: 'cell', year: 2024 };
const START = Date.parse('2024-01-01T01:00:00Z');
const HOUR = 60 * 60 * 1000;

const anyMember = fc.constantFrom('m00001', 'm00002');

/** What becomes of one meeting of many: mostly recorded in the order of time, sometimes long after it. */
const anyMeeting = fc.record({
  late: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 60 })),
  excused: fc.oneof(fc.constant(['m00001']), fc.uniqueArray(anyMember, { maxLength: 2 })),
  isReviewed: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.boolean()),
  isResolved: fc.boolean(),
  scored: fc.oneof({ weight: 4, arbitrary: fc.constant('20') }, fc.constantFrom('18', undefined)),
  isCancelled: fc.oneof({ weight: 15, arbitrary: fc.constant(false) }, fc.boolean()),
});
type Meeting = typeof anyMeeting extends fc.Arbitrary<infer Value> ? Value : never;

function factsOf(meeting: Meeting, index: number): readonly DomainEvent[] {
  const of = { ...CELL, meeting: `s${index}` };
  const startsAt = new Date(START + (index - meeting.late) * 24 * HOUR).toISOString();
  const held: DomainEvent = {
    type: 'MeetingHeld',
    data: {
      ...of,
      kind: 'REGULAR',
      startsAt,
      endsAt: new Date(Date.parse(startsAt) + HOUR).toISOString(),
      attendance: {
        expected: 9,
        present: 9 - meeting.excused.length,
        excused: meeting.excused,
        unexcused: [],
        specialDuty: [],
      },
      superiorAttended: false,
      previousResolutionReviewed: meeting.isReviewed,
    },
  };
  const adopted: DomainEvent = {
    type: 'ResolutionAdopted',
    data: { ...of, resolution: `${index}`, title: '' },
  };
  const scores = { ATTENDANCE: meeting.scored ?? '' };
  const confirmed: DomainEvent = {
    type: 'MeetingScoreConfirmed',
    data: { ...of, scores, confirmedBy: 'delegate' },
  };
  return [
    held,
    ...(meeting.isResolved ? [adopted] : []),
    ...(meeting.scored === undefined ? [] : [confirmed]),
    ...(meeting.isCancelled ? [{ type: 'MeetingCancelled', data: of } as const] : []),
  ];
}

const missed: DomainEvent = {
  type: 'MeetingMissed',
  data: { ...CELL, period: 'MONTH', month: 11 },
};

/** More meetings than are kept as they are, with a few facts corrected. */
const anyYear = fc
  .tuple(
    fc.array(anyMeeting, { minLength: 40, maxLength: 130 }),
    fc.array(fc.nat(), { maxLength: 2 }),
  )
  .map(([meetings, wrong]) => {
    const facts = [missed, ...meetings.flatMap(factsOf)];
    const all = facts.map((fact): ToRecord => ({ ...fact, effectiveAt: '2024-01-01T00:00:00Z' }));
    return withSomeCorrected(recorded(...all), wrong);
  });
const anySizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });

describe('the findings of a year with many meetings', () => {
  const built = new BuiltAgain(findingsProjection);
  afterAll(() => built.close());

  it('are the same, also in what is kept for the next, as when all meetings are read at once', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(anyYear, anySizes, async (facts, sizes) => {
        const atOnce = await built.from(facts);
        expect(await built.from(facts, sizes)).toEqual(atOnce);
        kept += (await built.documents(FINDING_MEETINGS)).length;
      }),
      RUNS,
    );
    expect(kept).toBeGreaterThan(0);
  });

  it('heal after crashes', async () => {
    const deaths = fc.array(fc.nat(300), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(anyYear, anySizes, deaths, async (facts, sizes, writes) => {
        const uninterrupted = await built.from(facts, [], 'without guards');
        const sizesOf = { before: sizes, after: sizes };
        expect(await built.fromDeaths(facts, writes, sizesOf)).toEqual(uninterrupted);
      }),
      RUNS,
    );
  });
});
