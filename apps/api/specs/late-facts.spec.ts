import { RecognitionReview } from '#processes';
import { recognisedCell, TARGET, YEAR } from '../testing/recognised-cell';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const later = { effectiveAt: '2025-03-01T08:00:00+07:00' };
const REASON = { reason: 'The district audited the budget' };

interface Recognition {
  readonly state: string;
  readonly reviews: readonly { readonly causes: readonly string[] }[];
}

describe('A fact that comes after a recognition', () => {
  let api: TestApi;
  let confirmed: string;

  beforeEach(async () => {
    api = await startTestApi({ now: () => new Date('2025-03-02T08:00:00+07:00') });
    await recognisedCell(api);
    await api.settle();
    confirmed = await confirmedResult(api);
  });

  afterEach(() => api.stop());

  async function recognition(): Promise<Recognition> {
    const { data } = await api.ask(`{ scorecard(organisation: "cell", year: 2024) {
      recognition { state reviews { causes } } } }`);
    return (data as { scorecard: { recognition: Recognition } }).scorecard.recognition;
  }

  async function outcome(): Promise<unknown> {
    const { data } = await api.ask('{ scorecard(organisation: "cell", year: 2024) { outcome } }');
    return data?.scorecard;
  }

  function correct(event: string) {
    const stream = 'target-cell-2024';
    return api.record('correctFact', { stream, event, ...REASON, ...later });
  }

  it('leaves it as it stands when it contradicts nothing', async () => {
    await api.record('grantReward', {
      ...YEAR,
      reward: 'Giấy khen',
      grantedBy: 'district',
      ...later,
    });
    await api.settle();

    expect(await recognition()).toEqual({ state: 'GRANTED', reviews: [] });
  });

  it('such as its publication tells how long all of it took', async () => {
    const published = { effectiveAt: '2025-01-20T08:00:00+07:00' };
    await api.record('publishRecognition', { ...YEAR, ...published });
    await api.settle();
    const { data } = await api.ask(
      '{ recognitions(year: 2024) { edges { node { daysToPublication } } } }',
    );

    expect(data?.recognitions).toEqual({ edges: [{ node: { daysToPublication: 30 } }] });
  });

  it('puts it under review, naming the fact, once', async () => {
    const correction = await correct(confirmed);
    await api.settle();
    const cause = correction.events[0]?.id;

    expect(await outcome()).toEqual({ outcome: 'PENDING' });
    expect(await recognition()).toEqual({
      state: 'REVIEW_REQUIRED',
      reviews: [{ causes: [cause] }],
    });
    await api.settle();
    expect((await recognition()).reviews).toHaveLength(1);
  });

  it('asks for one review each, and one decision answers them', async () => {
    await correct(confirmed);
    await api.settle();
    await api.record('confirmTargetResult', { ...TARGET, achieved: '90', ...later });
    await api.settle();

    expect((await recognition()).reviews).toHaveLength(2);
    expect(await outcome()).toEqual({ outcome: 'NOT_ELIGIBLE' });
    await api.record('upholdRecognition', {
      ...YEAR,
      decidedBy: 'district',
      ...REASON,
      ...later,
    });
    await api.settle();
    expect((await recognition()).state).toBe('UPHELD');
  });

  it('that was recorded before and corrected is found in the history, with the reason', async () => {
    await correct(confirmed);
    await api.settle();
    const { data } = await api.ask(
      `{ history(filter: { organisation: "cell", types: [FactCorrected] }) {
        edges { node { reason data summary(language: EN) } } } }`,
    );

    expect(data?.history).toMatchObject({
      edges: [
        {
          node: {
            ...REASON,
            data: { event: confirmed, correctedType: 'TargetResultConfirmed' },
            summary: expect.stringContaining(confirmed) as string,
          },
        },
      ],
    });
  });
});

describe('The process that asks for a review', () => {
  it('asks once, also while the read models do not know yet that it has', async () => {
    const now = () => new Date('2025-03-02T08:00:00+07:00');
    const api = await startTestApi({ now, processes: 'when settled' });
    const { models, gateway, log } = api.service;
    await recognisedCell(api);
    const event = await confirmedResult(api);
    await api.record('correctFact', { stream: 'target-cell-2024', event, ...REASON, ...later });
    await models.caughtUp();
    await models.stop();
    const asked: string[] = [];
    const process = new RecognitionReview({
      models,
      log,
      gateway: {
        execute: (envelopes) => {
          asked.push(...envelopes.map(({ command }) => command.type));
          return gateway.execute(envelopes);
        },
      },
    });
    await process.run();
    await process.run();
    await api.stop();

    expect(asked).toEqual(['RequireRecognitionReview']);
  });
});

/** The event that the recognition rests on. */
async function confirmedResult(api: TestApi): Promise<string> {
  const { data } = await api.ask(
    '{ history(filter: { types: [TargetResultConfirmed] }) { edges { node { id } } } }',
  );
  const { history } = data as { history: { edges: { node: { id: string } }[] } };
  return history.edges[0]?.node.id ?? '';
}
