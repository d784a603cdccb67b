import { found, Installation, regularMeeting } from '../support';
import type { GraphqlClient } from '../support';
import { FIVE_GOODS } from './five-goods';

const SCORECARD = `query ($atLeast: Position) {
  scorecard(organisation: "cell-1", year: 2025, atLeast: $atLeast) {
    outcome
    failedRules
    minimumPoints
    pointsStatus
    goods { code status conditions { id status low high threshold } }
  }
}`;

const [TARGETS, ...OTHER_GOODS] = FIVE_GOODS.profiles[0].goods;
const PUBLISHED = { framework: 'five-goods', version: 1, effectiveAt: '2024-12-02T00:00:00+07:00' };

describe('a framework with five goods and numbers of its own', () => {
  const installation = new Installation();
  let client: GraphqlClient;

  beforeAll(async () => {
    ({ client } = await installation.start());
    await found(client, 'ward', ['cell-1']);
  });

  afterAll(() => installation.remove());

  it.each([
    [
      'an unknown metric',
      { ...TARGETS, conditions: [{ ...TARGETS.conditions[0], metric: 'targets.luck' }] },
      'profiles[0].goods[0].conditions[0].metric',
    ],
    [
      'an unknown operator',
      { ...TARGETS, conditions: [{ ...TARGETS.conditions[0], op: '~' }] },
      'profiles[0].goods[0].conditions[0].op',
    ],
    ['no condition', { ...TARGETS, conditions: [] }, 'profiles[0].goods[0].conditions'],
    [
      'a condition of the same id as another',
      { ...TARGETS, conditions: [{ ...TARGETS.conditions[0], id: 'united' }] },
      'profiles[0].goods[3].conditions[0].id',
    ],
  ])('is refused for %s, with the path', async (_, good, path) => {
    const [profile] = FIVE_GOODS.profiles;
    const definition = {
      ...FIVE_GOODS,
      profiles: [{ ...profile, goods: [good, ...OTHER_GOODS] }],
    };
    const { errors = [] } = await client.attempt('draftFramework', { ...PUBLISHED, definition });

    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'RULE_VIOLATED',
      refusal: 'FRAMEWORK_INVALID',
    });
    expect(JSON.stringify(errors[0]?.extensions)).toContain(path);
  });

  it('gives scorecards by its own goods and thresholds', async () => {
    await client.give('draftFramework', { ...PUBLISHED, definition: FIVE_GOODS });
    await client.give('publishFramework', PUBLISHED);
    await pledge(client);
    const { position } = await recordYear(client);

    const { scorecard } = await client.ask<{ scorecard: object }>(SCORECARD, {
      atLeast: position,
    });
    expect(scorecard).toEqual({
      outcome: 'NOT_ELIGIBLE',
      failedRules: ['R-05'],
      minimumPoints: '6',
      pointsStatus: 'PENDING',
      goods: [
        good('TARGETS', 'FAILED', condition('half-of-the-targets', 'FAILED', 0.5, 0.5, 0.5)),
        good('MEETINGS', 'MET', condition('two-months', 'MET', 2, 12, 2)),
        good('DISCIPLINE', 'MET', condition('nothing-prohibited', 'MET', 0, 0, 0)),
        good('UNITY', 'PENDING', condition('united', 'PENDING', null, null, null)),
        good('DIGITAL', 'MET', condition('online', 'PENDING', null, null, null)),
      ],
    });
  });
});

async function pledge(client: GraphqlClient): Promise<void> {
  const campaign = { campaign: 'five-2025', effectiveAt: '2025-01-05T00:00:00+07:00' };
  await client.give('launchCampaign', {
    ...campaign,
    framework: { id: 'five-goods', version: 1 },
    root: 'ward',
    fromYear: 2025,
    toYear: 2025,
  });
  const key = { ...campaign, organisation: 'cell-1', year: 2025 };
  await client.give('registerPledge', { ...key, items: [] });
  await client.give('signPledge', key);
}

/** One target of two is met: half, where more than half is asked. */
function recordYear(client: GraphqlClient) {
  return ['98', '94'].reduce(
    async (before, achieved, number) => {
      await before;
      const key = { organisation: 'cell-1', year: 2025, code: `T${number}` };
      const date = `2025-0${number + 1}-10`;
      const effectiveAt = `${date}T08:00:00+07:00`;
      const target = { title: 'Chỉ tiêu', unit: '%', assigned: '95', direction: 'AT_LEAST' };
      await client.give('assignTarget', { ...key, ...target, effectiveAt });
      const meeting = regularMeeting('cell-1', `cell-1-${number}`, date);
      await client.give('holdMeeting', meeting);
      return client.give('confirmTargetResult', { ...key, achieved, effectiveAt });
    },
    Promise.resolve({ position: '0' }),
  );
}

function good(code: string, status: string, ...conditions: readonly object[]) {
  return { code, status, conditions };
}

function condition(
  id: string,
  status: string,
  low: number | null,
  high: number | null,
  threshold: number | null,
) {
  return { id, status, low, high, threshold };
}
