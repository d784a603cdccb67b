import type { DomainEvent } from '#domain';
import { on } from '#domain/testing';
import { eventId, positionOf, recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { eventById, history, positionAsOf } from '.';
import type { HistoryFilter } from '.';
import { inTimeline, pagedIds } from './testing';

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
        pagedIds(timeline, filter, { direction: 'ascending', limit: 10 });
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

describe('a history', () => {
  it('goes on from where a bound of work ended a page', async () => {
    const many = Array.from({ length: 5_200 }, (_, index) =>
      missed('cell', index === 5_150 ? '2024-01-01' : '2024-02-01'),
    );
    await inTimeline(recorded(...many), async (timeline) => {
      const filter = { effectiveTo: '2024-01-15T00:00:00Z' };
      const first = await history(timeline, filter, { limit: 10 });
      expect(first).toMatchObject({ items: [], hasMore: true });
      expect(await pagedIds(timeline, filter, { direction: 'ascending', limit: 10 })).toEqual([
        eventId(5_150),
      ]);
    });
  });
});
