import fc from 'fast-check';
import type { DomainEvent } from '#domain';
import { on } from '#domain/testing';
import type { Cursor } from '#read-models';
import { eventId, positionOf, recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { anyFact } from '../testing';
import { eventById, history, matchesFilter, positionAsOf, timelineEntry } from '.';
import type { HistoryFilter, Timeline } from '.';
import { inTimeline } from './testing';

function missed(
  organisation: string,
  effectiveOn: string,
  circumstances: ToRecord['circumstances'] = {},
): ToRecord {
  const fact: DomainEvent = {
    type: 'MeetingMissed',
    data: { organisation, year: 2024, period: 'MONTH', month: 1 },
  };
  return { ...on(effectiveOn, fact), circumstances };
}

async function pagedIds(
  timeline: Timeline,
  filter: HistoryFilter,
  direction: 'ascending' | 'descending',
  limit: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: Cursor | undefined;
  for (;;) {
    const page = await history(timeline, filter, {
      limit,
      direction,
      ...(after === undefined ? {} : { after }),
    });
    ids.push(...page.items.map(({ body }) => body.id));
    if (!page.hasMore) return ids;
    after = page.end;
  }
}

describe('the timeline', () => {
  it('keeps an event as recorded, with its tags and by how much it was back-dated', async () => {
    const facts = recorded(
      missed('cell', '2024-02-01', {
        recordedAt: '2024-03-01T08:00:00.000Z',
        reason: 'late minutes',
        ancestors: ['district'],
      }),
    );
    const document = await inTimeline(facts, (timeline) => eventById(timeline, eventId(0)));
    expect(document).toEqual({
      id: eventId(0),
      stream: 'year-cell-2024',
      revision: 0,
      position: positionOf(0),
      type: 'MeetingMissed',
      schemaVersion: 1,
      effectiveAt: '2024-02-01T00:00:00+07:00',
      recordedAt: '2024-03-01T08:00:00.000Z',
      actor: { id: 'clerk', role: 'SECRETARY', organisation: 'superior' },
      reason: 'late minutes',
      legalBasis: [],
      evidence: [],
      correlationId: 'correlation-0',
      commandId: 'command-0',
      organisations: ['cell', 'district'],
      concerned: ['cell'],
      members: [],
      cases: [],
      backdatedDays: 29,
      data: { organisation: 'cell', year: 2024, period: 'MONTH', month: 1 },
    });
  });

  it('finds what is below an organisation by the tree of then, and without it only what names it', async () => {
    const facts = recorded(
      missed('cell', '2024-02-01', { ancestors: ['district'] }),
      missed('cell', '2024-02-01', { ancestors: ['commune'] }),
      missed('district', '2024-02-01'),
    );
    await inTimeline(facts, async (timeline) => {
      const of = (filter: HistoryFilter): Promise<readonly string[]> =>
        pagedIds(timeline, filter, 'ascending', 10);
      expect(await of({ organisation: 'district', includeBelow: true })).toEqual([
        eventId(0),
        eventId(2),
      ]);
      expect(await of({ organisation: 'district' })).toEqual([eventId(2)]);
    });
  });

  it('tells which position a time of recording means', async () => {
    const facts = recorded(
      missed('cell', '2024-02-01', { recordedAt: '2024-03-01T00:00:00.000Z' }),
      missed('cell', '2024-02-01', { recordedAt: '2024-03-01T00:00:00.000Z' }),
      missed('cell', '2024-02-01', { recordedAt: '2024-03-02T00:00:00.000Z' }),
    );
    await inTimeline(facts, async (timeline) => {
      expect(await positionAsOf(timeline, '2024-03-01T07:00:00+07:00')).toBe(BigInt(positionOf(1)));
      expect(await positionAsOf(timeline, '2024-02-29T00:00:00Z')).toBeUndefined();
    });
  });
});

const instant = fc
  .integer({ min: Date.parse('2023-01-01T00:00:00Z'), max: Date.parse('2025-12-31T00:00:00Z') })
  .map((time) => new Date(time).toISOString());
const nearRecording = fc
  .integer({ min: -5, max: 45 })
  .map((minutes) => new Date(Date.parse('2024-03-01T00:00:00Z') + minutes * 60_000).toISOString());

const anyFilter: fc.Arbitrary<HistoryFilter> = fc.record(
  {
    organisation: fc.constantFrom('o1', 'o2', 'district'),
    includeBelow: fc.boolean(),
    member: fc.constant('m00001'),
    case: fc.constant('v1'),
    stream: fc.constantFrom('year-o1-2024', 'member-m00001'),
    actor: fc.constantFrom('clerk', 'other'),
    correlation: fc.constant('correlation-3'),
    types: fc.constant(['MemberAdmitted', 'CaseOpened', 'PeriodClosed', 'MeetingHeld'] as const),
    recordedFrom: nearRecording,
    recordedTo: nearRecording,
    effectiveFrom: instant,
    effectiveTo: instant,
    backdatedByAtLeastDays: fc.nat(300),
    asOf: fc.integer({ min: 0, max: 450 }).map(BigInt),
  },
  { requiredKeys: [] },
);

describe('a history', () => {
  it('loses and doubles nothing, by any filter, page size and direction', async () => {
    const withAncestor = anyFact.map((fact) => ({
      ...fact,
      circumstances: { ancestors: ['district'] },
    }));
    const [sample = []] = fc.sample(fc.array(withAncestor, { minLength: 40, maxLength: 40 }), {
      numRuns: 1,
      seed: 7,
    });
    const facts = recorded(...sample);
    await inTimeline(facts, (timeline) =>
      fc.assert(
        fc.asyncProperty(
          anyFilter,
          fc.integer({ min: 1, max: 50 }),
          fc.constantFrom('ascending' as const, 'descending' as const),
          async (filter, limit, direction) => {
            const matches = matchesFilter(filter);
            const expected = facts
              .filter((event) => matches(timelineEntry(event)))
              .map(({ id }) => id);
            expect(await pagedIds(timeline, filter, direction, limit)).toEqual(
              direction === 'ascending' ? expected : expected.toReversed(),
            );
          },
        ),
        { numRuns: 300 },
      ),
    );
  });

  it('goes on from where a bound of work ended a page', async () => {
    const many = Array.from({ length: 5_200 }, (_, index) =>
      missed('cell', index === 5_150 ? '2024-01-01' : '2024-02-01'),
    );
    await inTimeline(recorded(...many), async (timeline) => {
      const filter = { effectiveTo: '2024-01-15T00:00:00Z' };
      const first = await history(timeline, filter, { limit: 10 });
      expect(first).toMatchObject({ items: [], hasMore: true });
      expect(await pagedIds(timeline, filter, 'ascending', 10)).toEqual([eventId(5_150)]);
    });
  });
});
