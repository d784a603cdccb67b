import type { RecordedEvent } from '#event-log';
import { toPosition } from '#event-log';
import type { OrganisationDocument, StreakDocument } from '#projections';
import { recognitionData } from './recognition-data';

const STREAM = 'assessment-cell-2024';
const about = { organisation: 'cell', year: 2024 };

type Given = readonly [id: string, type: string, date: string, data?: object];

/** One after the other, the first at position 10. */
function recorded(facts: readonly Given[]): RecordedEvent[] {
  return facts.map(([id, type, date, data], revision) => ({
    id,
    type,
    stream: STREAM,
    revision,
    position: toPosition(BigInt(10 + revision)),
    recordedAt: `${date}T02:00:00.000Z`,
    schemaVersion: 1,
    data: { ...about, ...data },
    metadata: {
      effectiveAt: `${date}T08:00:00+07:00`,
      actor: { id: 'm00001', role: 'STANDING_BOARD', organisation: 'district' },
      commandId: id,
      correlationId: id,
      tags: { organisations: ['cell', 'district', 'province'], members: [], cases: [] },
    },
  }));
}

const known = (name: string, position: string, type: string, more: object = {}) => ({
  event: `o-${position}`,
  position,
  recordedAt: '2020-01-01T00:00:00.000Z',
  fact: {
    type,
    effectiveAt: '2020-01-01T08:00:00+07:00',
    data: { organisation: 'cell', name, ...more },
  },
});

/** Established as one name, and called another in a fact that is recorded later. */
const ORGANISATION = {
  organisation: 'cell',
  known: true,
  children: [],
  facts: [
    known('Chi bộ 1', '1', 'OrganisationEstablished', {
      kind: 'GRASSROOTS_CELL',
      organisationType: 'agency',
      parent: 'district',
    }),
    known('Chi bộ 2', '90', 'OrganisationRenamed'),
  ],
} as unknown as OrganisationDocument;

const reached = (years: number, position: string) => ({
  years,
  event: { event: `r-${position}`, position },
});

const STREAK = {
  organisation: 'cell',
  level: 'GOOD',
  from: 2022,
  to: 2025,
  years: 4,
  standing: true,
  reached: [reached(2, '5'), reached(3, '8'), reached(4, '80')],
  brokenBy: null,
} as unknown as StreakDocument;

const DECISION = { number: '1-QĐ/HU', decidedBy: 'district' };
const COURSE: readonly Given[] = [
  ['a', 'RecognitionProposed', '2025-01-05', { proposedBy: 'district' }],
  ['b', 'RecognitionGranted', '2025-01-10', DECISION],
  ['c', 'RecognitionPublished', '2025-01-15'],
  ['d', 'RecognitionReviewRequired', '2025-03-01', { causes: ['x'] }],
  ['e', 'RecognitionUpheld', '2025-03-20', { decidedBy: 'district' }],
];

/** What is told of one of the events, whatever came afterwards. */
function told(id: string, course = COURSE) {
  const events = recorded(course);
  const event = events.find((one) => one.id === id);
  if (event === undefined) throw new Error(`There is no ${id}`);
  const { position, stream, revision, data, metadata } = event;
  return recognitionData(
    {
      position: position.toString(),
      stream,
      revision,
      effectiveAt: metadata.effectiveAt,
      organisations: metadata.tags.organisations,
      data: data as object,
    },
    {
      log: {
        readStreamSlice: (_, _from, { maxCount } = {}) =>
          Promise.resolve(events.slice(0, maxCount)),
      },
      organisation: () => Promise.resolve(ORGANISATION),
      streaks: () => Promise.resolve([STREAK]),
    },
  );
}

describe('what a recognition event tells', () => {
  it('is as known at the event, also when it is told later', async () => {
    expect(await told('b')).toEqual({
      organisation: {
        id: 'cell',
        kind: 'GRASSROOTS_CELL',
        name: 'Chi bộ 1',
        ancestors: ['district', 'province'],
      },
      year: 2024,
      state: 'GRANTED',
      decision: { ...DECISION, decidedOn: '2025-01-10' },
      streak: { level: 'GOOD', from: 2022, years: 3 },
    });
  });

  it('names the day of publication from then on', async () => {
    expect((await told('c'))?.decision?.publishedOn).toBe('2025-01-15');
  });

  it('names the events on account of which it is reviewed, and how that ends', async () => {
    expect(await told('d')).toMatchObject({ state: 'REVIEW_REQUIRED', cause: { events: ['x'] } });
    expect(await told('e')).toMatchObject({ state: 'UPHELD', cause: { events: ['x'] } });
  });

  it('holds no decision that was withdrawn as wrong', async () => {
    const corrected = [
      ...COURSE.slice(0, 2),
      ['f', 'FactCorrected', '2025-01-12', { event: 'b' }],
    ] as const;
    const data = await told('c', [...corrected, ['c', 'RecognitionPublished', '2025-01-15']]);
    expect(data).toMatchObject({ state: 'UNDECIDED' });
    expect(data).not.toHaveProperty('decision');
  });
});
