import type { Condition } from '#vocabulary';
import { given, launchedCampaign, on, publishedFrame, someFramework, someTree } from '../testing';

const label = { vi: 'Tiêu chí mẫu', en: 'Sample' };
const conditions: readonly Condition[] = [
  { id: 'study', kind: 'APPRAISED', label },
  { id: 'initiative', kind: 'POINTS', maxPoints: 5, label },
  { id: 'targets', kind: 'HARD', metric: 'targets.metShare', op: '>=', value: 1, label },
];
const frame = someFramework({
  profiles: [
    {
      appliesTo: { kinds: ['SUBORDINATE_CELL'], types: ['*'] },
      goods: [{ code: 'POLITICAL_TASK', label, conditions }],
    },
  ],
});
const of = { organisation: 'k1', year: 2024 };
const framework = { id: 'frame', version: 1 };
const pledge = on('2024-01-15', {
  type: 'PledgeRegistered',
  data: { ...of, campaign: 'campaign', framework, items: [] },
});
const world = [...someTree(), ...publishedFrame(frame), launchedCampaign(), pledge];
const opened = [
  ...world,
  on('2024-05-10', {
    type: 'AssessmentOpened',
    data: { ...of, campaign: 'campaign', framework },
  }),
];
const submitted = [
  ...opened,
  on('2024-05-12', {
    type: 'SelfAssessmentSubmitted',
    data: { ...of, submittedBy: 'secretary', scores: [] },
  }),
];
const refusedRecognition = [
  ...submitted,
  on('2025-01-12', {
    type: 'RecognitionRefused',
    data: { ...of, number: '3-QĐ/ĐU', decidedBy: 'c1' },
  }),
];
const secretary = { id: 'secretary', role: 'SECRETARY', organisation: 'k1' };
const appraiser = { id: 'appraiser', role: 'STANDING_BOARD', organisation: 'c1' };

const open = { type: 'OpenAssessment', ...of } as const;
const submit = {
  type: 'SubmitSelfAssessment',
  ...of,
  scores: [{ condition: 'initiative', points: '4.5' }],
} as const;
const vote = { type: 'VoteSelfAssessment', ...of, votesFor: 9, votesTotal: 10 } as const;
const appraise = {
  type: 'RecordAppraisal',
  ...of,
  conditions: [
    { condition: 'study', result: 'MET' },
    { condition: 'initiative', points: '5' },
  ],
} as const;

describe('Opening an assessment', () => {
  it('freezes the framework of the campaign pledged under', () => {
    given(...world)
      .when(open)
      .then({ type: 'AssessmentOpened', data: { ...of, campaign: 'campaign', framework } });
  });

  it('keeps to a version that was superseded meanwhile', () => {
    given(
      ...world,
      on('2024-06-01', {
        type: 'FrameworkSuperseded',
        data: { framework: 'frame', version: 1, by: 2 },
      }),
    )
      .when(open)
      .then({ type: 'AssessmentOpened', data: { ...of, campaign: 'campaign', framework } });
  });

  it('is refused without a pledge for the year', () => {
    given(...someTree(), ...publishedFrame(frame), launchedCampaign())
      .when(open)
      .thenRefused('NOT_PLEDGED', { rule: 'R-31' });
    given(...world)
      .when({ ...open, year: 2023 })
      .thenRefused('NOT_PLEDGED');
  });

  it('is refused under a framework that is not published', () => {
    given(...someTree(), launchedCampaign(), pledge)
      .when(open)
      .thenRefused('FRAMEWORK_NOT_PUBLISHED', { details: { framework } });
  });

  it('happens once, of an organisation that is known, for a year that can be meant', () => {
    given(...opened)
      .when(open)
      .thenRefused('ALREADY_EXISTS');
    given().when(open).thenRefused('ORGANISATION_UNKNOWN');
    given()
      .when({ ...open, year: 3024 })
      .thenRefused('VALUE_INVALID', { field: 'year' });
  });

  it('comes before everything else', () => {
    for (const command of [submit, vote, appraise]) {
      given(...world)
        .when(command)
        .thenRefused('ASSESSMENT_NOT_OPENED');
    }
  });
});

describe('The self-assessment', () => {
  const recorded = {
    type: 'SelfAssessmentSubmitted',
    data: { ...of, submittedBy: 'secretary', scores: submit.scores },
  } as const;

  it('is submitted as often as needed, in the name of whoever does', () => {
    for (const before of [opened, submitted]) {
      given(...before)
        .when(submit, { actor: secretary })
        .then(recorded);
    }
  });

  it('gives points to conditions of the framework that take points', () => {
    const scored = (condition: string, points: string) =>
      given(...opened).when({ ...submit, scores: [{ condition, points }] });
    scored('singing', '1').thenRefused('CONDITION_UNKNOWN', {
      field: 'scores',
      details: { condition: 'singing' },
    });
    scored('study', '1').thenRefused('CONDITION_UNSUITABLE', { details: { kind: 'APPRAISED' } });
    scored('targets', '1').thenRefused('CONDITION_UNSUITABLE', { details: { kind: 'HARD' } });
    scored('initiative', '5.01').thenRefused('POINTS_ABOVE_MAXIMUM', { details: { maximum: 5 } });
    scored('initiative', '-1').thenRefused('VALUE_INVALID', { field: 'scores' });
  });

  it('names a condition once', () => {
    given(...opened)
      .when({ ...submit, scores: [...submit.scores, ...submit.scores] })
      .thenRefused('LISTED_TWICE', { field: 'scores' });
  });

  it('is not for whoever has appraised', () => {
    given(
      ...opened,
      on('2024-05-11', {
        type: 'AppraisalRecorded',
        data: { ...of, appraisedBy: 'appraiser', conditions: [] },
      }),
    )
      .when(submit, { actor: appraiser })
      .thenRefused('PROPOSER_IS_APPROVER', { rule: 'R-34' });
  });

  it('is voted on once, and anew when it was submitted anew', () => {
    const votedOn = {
      type: 'SelfAssessmentVoted',
      data: { ...of, votesFor: 9, votesTotal: 10 },
    } as const;
    given(...submitted)
      .when(vote)
      .then(votedOn);
    given(...submitted, on('2024-05-14', votedOn))
      .when(vote)
      .thenRefused('ALREADY_DONE');
    given(...submitted, on('2024-05-14', votedOn), on('2024-05-15', recorded))
      .when(vote)
      .then(votedOn);
  });

  it('is not voted on before it is submitted, nor with more votes than were cast', () => {
    given(...opened)
      .when(vote)
      .thenRefused('SELF_ASSESSMENT_MISSING');
    given(...submitted)
      .when({ ...vote, votesFor: 11 })
      .thenRefused('VALUE_INVALID', { field: 'votesFor' });
  });
});

describe('The appraisal', () => {
  it('says met or not met, or gives points, in the name of whoever appraises', () => {
    given(...submitted)
      .when(appraise, { actor: appraiser })
      .then({
        type: 'AppraisalRecorded',
        data: { ...of, appraisedBy: 'appraiser', conditions: appraise.conditions },
      });
  });

  it('is not for whoever submitted the self-assessment', () => {
    given(...submitted)
      .when(appraise, { actor: { ...secretary, role: 'STANDING_BOARD', organisation: 'c1' } })
      .thenRefused('PROPOSER_IS_APPROVER', { rule: 'R-34' });
  });

  it('answers each condition in the way it is appraised', () => {
    const appraised = (one: (typeof appraise.conditions)[number] | object) =>
      given(...submitted).when({
        ...appraise,
        conditions: [{ condition: 'study', ...one }],
      });
    appraised({ condition: 'singing', result: 'MET' }).thenRefused('CONDITION_UNKNOWN');
    appraised({ condition: 'targets', result: 'MET' }).thenRefused('CONDITION_UNSUITABLE');
    appraised({ points: '3' }).thenRefused('CONDITION_UNSUITABLE');
    appraised({}).thenRefused('CONDITION_UNSUITABLE');
    appraised({ condition: 'initiative', result: 'MET' }).thenRefused('CONDITION_UNSUITABLE');
    appraised({ condition: 'initiative', points: '6' }).thenRefused('POINTS_ABOVE_MAXIMUM');
    appraised({ condition: 'initiative', points: 'all' }).thenRefused('VALUE_INVALID');
  });

  it('says something, of each condition once', () => {
    given(...submitted)
      .when({ ...appraise, conditions: [] })
      .thenRefused('VALUE_INVALID', { field: 'conditions' });
    given(...submitted)
      .when({ ...appraise, conditions: [...appraise.conditions, ...appraise.conditions] })
      .thenRefused('LISTED_TWICE', { field: 'conditions' });
  });

  it('knows no condition of another kind of organisation', () => {
    const ofCommittee = { organisation: 'c1', year: 2024 };
    given(
      ...world,
      on('2024-05-10', {
        type: 'AssessmentOpened',
        data: { ...ofCommittee, campaign: 'campaign', framework },
      }),
    )
      .when({ ...appraise, ...ofCommittee })
      .thenRefused('CONDITION_UNKNOWN');
  });
});

describe('Once the recognition is decided', () => {
  it('nothing is submitted, voted or appraised any more', () => {
    for (const command of [submit, vote, appraise]) {
      given(...refusedRecognition)
        .when(command)
        .thenRefused('RECOGNITION_ALREADY_DECIDED', { details: { status: 'REFUSED' } });
    }
  });
});
