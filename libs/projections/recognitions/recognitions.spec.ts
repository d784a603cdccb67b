import { on } from '#domain/testing';
import { documentIn, eventId, project, recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { scan } from '#projection-engine';
import {
  recognitionDocumentId,
  RECOGNITIONS,
  recognitionsProjection,
  registerSelection,
  REWARDS,
} from '.';
import type { RecognitionDocument, RegisterSelection, RewardDocument } from '.';

const PAGE = { direction: 'ascending', limit: 10, matches: () => true } as const;
const OF = { organisation: 'cell', year: 2024 };
const KEY = { collection: RECOGNITIONS, id: recognitionDocumentId('cell', 2024) };

const opened: ToRecord = on('2024-12-01', {
  type: 'AssessmentOpened',
  data: { ...OF, campaign: 'c1', framework: { id: 'f1', version: 2 } },
});

function granted(organisation: string, ancestors: readonly string[], year = 2024): ToRecord {
  const fact = on('2024-12-20', {
    type: 'RecognitionGranted',
    data: { organisation, year, number: '12-QĐ/HU', decidedBy: 'district' },
  });
  return { ...fact, circumstances: { ancestors } };
}

const proposed = on('2024-12-10', {
  type: 'RecognitionProposed',
  data: { ...OF, proposedBy: 'clerk' },
});
const published = on('2024-12-25', { type: 'RecognitionPublished', data: OF });
const questioned = on('2025-03-01', {
  type: 'RecognitionReviewRequired',
  data: { ...OF, causes: ['later-event'] },
});

function registered(...facts: readonly ToRecord[]): RecognitionDocument | undefined {
  return documentIn(recognitionsProjection, recorded(...facts), KEY);
}

describe('an entry of the register', () => {
  it('shows who decided under which framework, in the tree of then, and when it was published', () => {
    const entry = registered(
      opened,
      proposed,
      granted('cell', ['committee', 'district']),
      published,
    );
    expect(entry).toMatchObject({
      state: 'GRANTED',
      decided: true,
      campaign: 'c1',
      framework: { id: 'f1', version: 2 },
      number: '12-QĐ/HU',
      decidedBy: 'district',
      decidedAt: '2024-12-20T00:00:00+07:00',
      publishedAt: '2024-12-25T00:00:00+07:00',
      decisions: [{ outcome: 'GRANTED', published: { event: eventId(3) } }],
    });
    expect(entry?.events.map(({ event }) => event)).toEqual([0, 1, 2, 3].map(eventId));
  });

  it('is to be reviewed when later facts come, and says what the review brought', () => {
    expect(registered(opened, granted('cell', []), questioned)?.state).toBe('REVIEW_REQUIRED');
    const upheld = on('2025-04-01', {
      type: 'RecognitionUpheld',
      data: { ...OF, decidedBy: 'district' },
    });
    const entry = registered(opened, granted('cell', []), questioned, {
      ...upheld,
      circumstances: { reason: 'the report was false' },
    });
    expect(entry?.state).toBe('UPHELD');
    expect(entry?.reviews).toMatchObject([
      {
        causes: ['later-event'],
        outcome: { outcome: 'UPHELD', decidedBy: 'district', reason: 'the report was false' },
      },
    ]);
  });

  it('is to be published by the date that the decision gives', () => {
    const decision = granted('cell', []);
    const limited = {
      ...decision,
      data: { ...decision.data, publishBy: '2025-01-04' },
    } as ToRecord;
    expect(registered(opened, limited)?.decisions).toMatchObject([{ publishBy: '2025-01-04' }]);
    expect(registered(opened, decision)?.decisions[0]).not.toHaveProperty('publishBy');
  });
});

describe('the register', () => {
  it('is read by year and by state, without what is undecided', async () => {
    const projected = await project(
      recognitionsProjection,
      recorded(
        granted('cell', ['district']),
        granted('other', ['district'], 2023),
        granted('elsewhere', ['another']),
        questioned,
        { ...opened, data: { ...opened.data, organisation: 'undecided' } } as ToRecord,
      ),
    );
    const collection = await projected.collection<RecognitionDocument>(RECOGNITIONS);
    const read = async (selection: RegisterSelection): Promise<readonly string[]> =>
      (await scan(collection, { ...registerSelection(selection), ...PAGE })).items.map(
        ({ body }) => body.organisation,
      );
    expect(await read({})).toEqual(['other', 'cell', 'elsewhere']);
    expect(await read({ year: 2024 })).toEqual(['cell', 'elsewhere']);
    expect(await read({ state: 'REVIEW_REQUIRED' })).toEqual(['cell']);
    expect(await read({ state: 'OPENED' })).toEqual(['undecided']);
    await projected.close();
  });
});

describe('the register of rewards', () => {
  const rewarded = (organisation: string, ancestors: readonly string[], year = 2024): ToRecord => ({
    ...on('2025-01-15', {
      type: 'RewardGranted',
      data: { organisation, year, reward: 'Giấy khen', grantedBy: 'district' },
    }),
    circumstances: { ancestors },
  });

  it('holds each reward by itself, and is read by year', async () => {
    const facts = recorded(
      rewarded('cell', ['district']),
      rewarded('cell', ['district']),
      rewarded('cell', ['district'], 2023),
    );
    const projected = await project(recognitionsProjection, facts);
    const collection = await projected.collection<RewardDocument>(REWARDS);
    const page = await collection.find({
      where: { year: 2024 },
      order: { index: 'year', direction: 'ascending' },
      limit: 10,
    });
    expect(page.items.map(({ body }) => body)).toMatchObject([
      { organisation: 'cell', reward: 'Giấy khen', granted: { event: eventId(0) } },
      { organisation: 'cell', grantedBy: 'district', granted: { event: eventId(1) } },
    ]);
    await projected.close();
  });
});
