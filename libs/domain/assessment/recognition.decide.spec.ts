import type { ConditionResult, GoodStatus, Outcome, Scorecard } from '#criteria';
import { given, on, publishedFrame, someFramework, someTree } from '../testing';

const of = { organisation: 'k1', year: 2024 };
const opened = [
  ...someTree(),
  on('2024-05-10', {
    type: 'AssessmentOpened',
    data: { ...of, campaign: 'campaign', framework: { id: 'frame', version: 1 } },
  }),
  on('2024-05-12', {
    type: 'SelfAssessmentSubmitted',
    data: { ...of, submittedBy: 'secretary', scores: [] },
  }),
];
const appraised = [
  ...opened,
  on('2024-05-22', {
    type: 'AppraisalRecorded',
    data: { ...of, appraisedBy: 'appraiser', conditions: [{ condition: 'study', result: 'MET' }] },
  }),
];
const decision = { number: '1-QĐ/ĐU', decidedBy: 'c1' };
const granted = [
  ...appraised,
  on('2025-01-12', { type: 'RecognitionGranted', data: { ...of, ...decision } }),
];
const refusedOnce = [
  ...appraised,
  on('2025-01-12', { type: 'RecognitionRefused', data: { ...of, ...decision } }),
];
const underReview = [
  ...granted,
  on('2025-03-01', { type: 'RecognitionReviewRequired', data: { ...of, causes: ['e1'] } }),
];
const revoked = [
  ...underReview,
  on('2025-04-01', { type: 'RecognitionRevoked', data: { ...of, decidedBy: 'c1' } }),
];
const published = { type: 'RecognitionPublished', data: of } as const;
/** The same person who submitted for the cell, in an office above it. */
const secretary = { id: 'secretary', role: 'SUPERIOR_COMMITTEE', organisation: 'c1' };

const grant = { type: 'GrantRecognition', ...of, ...decision } as const;
const refuse = { type: 'RefuseRecognition', ...of, ...decision } as const;
const publish = { type: 'PublishRecognition', ...of } as const;

type Shown = Pick<ConditionResult, 'id' | 'kind' | 'status' | 'rule'>;

function scorecard(outcome: Outcome, shown: readonly Shown[] = [], points?: GoodStatus): Scorecard {
  const label = { vi: 'Mẫu', en: 'Sample' };
  return {
    outcome,
    goods: [
      {
        code: 'POLITICAL_TASK',
        label,
        status: 'MET',
        conditions: shown.map((one) => ({ ...one, label, evidence: [], notes: [] })),
      },
    ],
    failedRules: [],
    members: {
      rateable: 0,
      rated: 0,
      byLevel: { EXCELLENT: 0, GOOD: 0, COMPLETED: 0, FAILED: 0 },
      exempted: 0,
      suspended: 0,
      leftOut: [],
    },
    ...(points === undefined
      ? {}
      : {
          points: {
            self: '0',
            appraised: { low: { numerator: '0' }, high: { numerator: '0' } },
            maximum: 100,
            minimum: 80,
            status: points,
          },
        }),
  };
}
const eligible = { scorecard: scorecard('ELIGIBLE') };

describe('Proposing a recognition', () => {
  const propose = { type: 'ProposeRecognition', ...of } as const;
  const proposed = { type: 'RecognitionProposed', data: { ...of, proposedBy: 'clerk' } } as const;

  it('happens once, before the decision', () => {
    given(...appraised)
      .when(propose)
      .then(proposed);
    given(...appraised, on('2024-05-28', proposed))
      .when(propose)
      .thenRefused('ALREADY_DONE');
    given(...granted)
      .when(propose)
      .thenRefused('RECOGNITION_ALREADY_DECIDED');
  });
});

describe('Granting a recognition', () => {
  it('is for a body above, when the scorecard says eligible', () => {
    for (const decidedBy of ['c1', 'superior']) {
      given(...appraised)
        .with(eligible)
        .when({ ...grant, decidedBy })
        .then({ type: 'RecognitionGranted', data: { ...of, ...decision, decidedBy } });
    }
  });

  it('says by when it is published in time, by the framework that was frozen', () => {
    given(...appraised, ...publishedFrame())
      .with(eligible)
      .when(grant, { effectiveAt: '2025-01-12' })
      .then({
        type: 'RecognitionGranted',
        data: { ...of, ...decision, publishBy: '2025-02-11' },
      });
    const { parameters, ...frame } = someFramework();
    const unlimited = { ...frame, parameters: { ...parameters, publicationDueDays: null } };
    given(...appraised, ...publishedFrame(unlimited))
      .when(refuse)
      .then({ type: 'RecognitionRefused', data: { ...of, ...decision } });
  });

  it('is refused to the organisation itself, and to any body beside it', () => {
    for (const decidedBy of ['k1', 'k2']) {
      given(...appraised)
        .with(eligible)
        .when({ ...grant, decidedBy })
        .thenRefused('DECIDED_BEYOND_AUTHORITY', { field: 'decidedBy' });
    }
    given(
      ...appraised,
      on('2024-06-01', { type: 'OrganisationDissolved', data: { organisation: 'c1' } }),
    )
      .with(eligible)
      .when(grant)
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN', { field: 'decidedBy' });
  });

  it('is refused to whoever submitted the self-assessment', () => {
    for (const command of [grant, refuse]) {
      given(...appraised)
        .with(eligible)
        .when(command, { actor: secretary })
        .thenRefused('PROPOSER_IS_APPROVER', { rule: 'R-34' });
    }
  });

  it('needs no appraisal where the framework leaves nothing to appraise', () => {
    const { profiles } = someFramework();
    const goods = profiles.flatMap((profile) => profile.goods);
    const measured = goods.map((good) => ({ ...good, conditions: [] }));
    const frame = someFramework({ profiles: profiles.map((one) => ({ ...one, goods: measured })) });
    given(...opened, ...publishedFrame(frame))
      .with(eligible)
      .when(grant)
      .then({
        type: 'RecognitionGranted',
        data: { ...of, ...decision, publishBy: '2024-07-15' },
      });
  });

  it('needs an opened assessment, an appraisal and a number', () => {
    given(...someTree())
      .with(eligible)
      .when(grant)
      .thenRefused('ASSESSMENT_NOT_OPENED');
    given(...opened)
      .with(eligible)
      .when(grant)
      .thenRefused('APPRAISAL_MISSING');
    given(...appraised)
      .with(eligible)
      .when({ ...grant, number: '' })
      .thenRefused('VALUE_INVALID', { field: 'number' });
  });

  it('happens once, unless it was revoked', () => {
    for (const before of [granted, refusedOnce, underReview]) {
      given(...before)
        .with(eligible)
        .when(grant)
        .thenRefused('RECOGNITION_ALREADY_DECIDED');
    }
    given(...revoked)
      .with(eligible)
      .when(grant, { effectiveAt: '2025-05-01' })
      .then({ type: 'RecognitionGranted', data: { ...of, ...decision } });
  });

  const lost: Shown = { id: 'targets', kind: 'HARD', status: 'FAILED', rule: 'R-05' };
  const unknown: Shown = { id: 'study', kind: 'APPRAISED', status: 'PENDING' };
  const open: Shown = { id: 'press', kind: 'KNOCK_OUT', status: 'PENDING', rule: 'R-01' };
  const met: Shown = { id: 'others', kind: 'HARD', status: 'MET' };
  const withScorecard = (card: Scorecard) =>
    given(...appraised)
      .with({ scorecard: card })
      .when(grant);

  it('is refused with a failed condition, naming all that stands against it', () => {
    withScorecard(scorecard('NOT_ELIGIBLE', [met, unknown, lost])).thenRefused(
      'HARD_CONDITION_FAILED',
      {
        rule: 'R-05',
        details: {
          outcome: 'NOT_ELIGIBLE',
          failed: [{ good: 'POLITICAL_TASK', condition: 'targets', kind: 'HARD', rule: 'R-05' }],
          pending: [{ good: 'POLITICAL_TASK', condition: 'study', kind: 'APPRAISED' }],
        },
      },
    );
  });

  it('is refused with an open knock-out before anything else', () => {
    withScorecard(scorecard('NOT_ELIGIBLE', [lost, open])).thenRefused('KNOCK_OUT_OPEN', {
      rule: 'R-01',
    });
  });

  it('is refused while inputs are missing', () => {
    withScorecard(scorecard('PENDING', [unknown])).thenRefused('INPUTS_MISSING', {
      rule: 'INPUTS_MISSING',
    });
    given(...appraised)
      .when(grant)
      .thenRefused('INPUTS_MISSING');
  });

  it('is refused with too few points', () => {
    withScorecard(scorecard('NOT_ELIGIBLE', [met], 'FAILED')).thenRefused('HARD_CONDITION_FAILED', {
      details: { points: 'FAILED' },
    });
  });

  it('is refused without a signed pledge', () => {
    withScorecard(scorecard('NOT_PLEDGED')).thenRefused('NOT_PLEDGED', { rule: 'R-31' });
  });
});

describe('Refusing a recognition', () => {
  it('is possible whatever the scorecard says, appraised or not', () => {
    for (const before of [opened, appraised]) {
      given(...before)
        .with(eligible)
        .when(refuse)
        .then({ type: 'RecognitionRefused', data: { ...of, ...decision } });
    }
  });

  it('is a decision like another', () => {
    given(...granted)
      .when(refuse)
      .thenRefused('RECOGNITION_ALREADY_DECIDED', { details: { status: 'GRANTED' } });
    given(...appraised)
      .when({ ...refuse, decidedBy: 'k1' })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
  });
});

describe('After the decision', () => {
  const reward = { type: 'GrantReward', ...of, reward: 'Giấy khen', grantedBy: 'c1' } as const;
  const rewarded = {
    type: 'RewardGranted',
    data: { ...of, reward: 'Giấy khen', grantedBy: 'c1' },
  } as const;

  it('it is published once, granted or refused', () => {
    for (const before of [granted, refusedOnce, underReview]) {
      given(...before)
        .when(publish, { effectiveAt: '2025-03-02' })
        .then(published);
      given(...before, on('2025-01-15', published))
        .when(publish)
        .thenRefused('ALREADY_DONE');
    }
  });

  it('but not before it, nor when it was revoked', () => {
    for (const before of [appraised, revoked]) {
      given(...before)
        .when(publish)
        .thenRefused('RECOGNITION_NOT_DECIDED');
    }
  });

  it('a recognition that stands is rewarded, with each reward once', () => {
    given(...granted)
      .when(reward)
      .then(rewarded);
    given(...granted, on('2025-02-01', rewarded))
      .when(reward)
      .thenRefused('ALREADY_DONE', { field: 'reward' });
    for (const before of [appraised, refusedOnce, revoked]) {
      given(...before)
        .when(reward)
        .thenRefused('RECOGNITION_NOT_GRANTED');
    }
    given(...granted)
      .when({ ...reward, grantedBy: 'nobody' })
      .thenRefused('ORGANISATION_UNKNOWN', { field: 'grantedBy' });
    given(...granted)
      .when({ ...reward, grantedBy: 'k2' })
      .thenRefused('DECIDED_BEYOND_AUTHORITY', { field: 'grantedBy' });
    given(...granted)
      .when(reward, { actor: { id: 'm00009', role: 'STANDING_BOARD', organisation: 'superior' } })
      .thenRefused('DECIDED_BEYOND_AUTHORITY', { field: 'grantedBy' });
    given(...granted)
      .when({ ...reward, reward: ' ' })
      .thenRefused('VALUE_INVALID', { field: 'reward' });
  });
});
