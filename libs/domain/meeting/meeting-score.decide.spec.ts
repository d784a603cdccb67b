import { given, launchedCampaign, on, publishedFrame, someFramework, someTree } from '../testing';

const of = { meeting: 'b1', organisation: 'k1', year: 2024 };
const held = [
  ...someTree(),
  on('2024-03-04', {
    type: 'MeetingHeld',
    data: {
      ...of,
      kind: 'REGULAR',
      startsAt: '2024-03-04T19:00:00+07:00',
      endsAt: '2024-03-04T20:45:00+07:00',
      attendance: { expected: 2, present: 2, excused: [], unexcused: [], specialDuty: [] },
      superiorAttended: false,
      previousResolutionReviewed: true,
    },
  }),
];
const scorable = [...held, on('2024-03-04', { type: 'MinutesAdopted', data: of })];
const scores = { PREPARATION: '15', ATTENDANCE: '19.5' };
const proposed = [
  ...scorable,
  on('2024-03-05', { type: 'MeetingScoreProposed', data: { ...of, scores } }),
];
const voted = [...proposed, on('2024-03-05', { type: 'MeetingScoreVoted', data: of })];
const confirmed = [
  ...voted,
  on('2024-03-06', {
    type: 'MeetingScoreConfirmed',
    data: { ...of, scores, confirmedBy: 'delegate' },
  }),
];
const pledgedUnderScale = [
  ...publishedFrame(
    someFramework({
      meetingScale: {
        groups: [
          { code: 'PREPARATION', maxPoints: 15 },
          { code: 'ATTENDANCE', maxPoints: 20 },
        ],
        bands: [{ level: 'KEM', min: 0 }],
      },
    }),
  ),
  launchedCampaign(),
  on('2024-01-15', {
    type: 'PledgeRegistered',
    data: {
      campaign: 'campaign',
      year: 2024,
      organisation: 'k1',
      framework: { id: 'frame', version: 1 },
      items: [],
    },
  }),
];

const propose = { type: 'ProposeMeetingScore', meeting: 'b1', scores } as const;
const vote = { type: 'VoteMeetingScore', meeting: 'b1', votesFor: 14, votesTotal: 15 } as const;
const confirm = { type: 'ConfirmMeetingScore', meeting: 'b1' } as const;
const delegate = { id: 'delegate', role: 'SUPERIOR_COMMITTEE', organisation: 'c1' };

describe('The score of a meeting', () => {
  it('is proposed, voted and confirmed', () => {
    given(...scorable)
      .when(propose)
      .then({ type: 'MeetingScoreProposed', data: { ...of, scores } });
    given(...proposed)
      .when(vote)
      .then({ type: 'MeetingScoreVoted', data: { ...of, votesFor: 14, votesTotal: 15 } });
    given(...voted)
      .when(confirm, { actor: delegate })
      .then({
        type: 'MeetingScoreConfirmed',
        data: { ...of, scores, confirmedBy: 'delegate' },
      });
  });

  it('may be confirmed without a vote, and voted without a count', () => {
    given(...proposed)
      .when(confirm, { actor: delegate })
      .then({
        type: 'MeetingScoreConfirmed',
        data: { ...of, scores, confirmedBy: 'delegate' },
      });
    given(...proposed)
      .when({ type: 'VoteMeetingScore', meeting: 'b1' })
      .then({ type: 'MeetingScoreVoted', data: of });
  });

  it('is the one that the delegate gives, if he gives another', () => {
    const others = { PREPARATION: '10', ATTENDANCE: '19.5' };
    for (const before of [scorable, voted]) {
      given(...before)
        .when({ ...confirm, scores: others }, { actor: delegate })
        .then({
          type: 'MeetingScoreConfirmed',
          data: { ...of, scores: others, confirmedBy: 'delegate' },
        });
    }
  });

  it('is refused before the minutes, at every step', () => {
    for (const command of [propose, vote, { ...confirm, scores }]) {
      given(...held)
        .when(command)
        .thenRefused('SCORE_BEFORE_MINUTES');
    }
  });

  it('is neither voted nor confirmed when there is none', () => {
    for (const command of [vote, confirm]) {
      given(...scorable)
        .when(command)
        .thenRefused('SCORE_NOT_PROPOSED');
    }
  });

  it('may be proposed anew, and is then voted anew', () => {
    given(...voted)
      .when(vote)
      .thenRefused('ALREADY_DONE');
    given(...voted, on('2024-03-06', { type: 'MeetingScoreProposed', data: { ...of, scores } }))
      .when(vote)
      .then({ type: 'MeetingScoreVoted', data: { ...of, votesFor: 14, votesTotal: 15 } });
  });

  it('is final once confirmed', () => {
    for (const command of [propose, vote, confirm]) {
      given(...confirmed)
        .when(command)
        .thenRefused('SCORE_ALREADY_CONFIRMED');
    }
  });

  it('is voted with no more votes in favour than were cast', () => {
    given(...proposed)
      .when({ ...vote, votesFor: 16 })
      .thenRefused('VALUE_INVALID', { field: 'votesFor' });
    given(...proposed)
      .when({ ...vote, votesTotal: -1 })
      .thenRefused('VALUE_INVALID', { field: 'votesTotal' });
  });

  it('gives something for some group, in plain decimals from 0', () => {
    given(...scorable)
      .when({ ...propose, scores: {} })
      .thenRefused('VALUE_INVALID', { field: 'scores' });
    for (const points of ['-1', '1e1', 'ten']) {
      given(...scorable)
        .when({ ...propose, scores: { PREPARATION: points } })
        .thenRefused('VALUE_INVALID', { field: 'scores.PREPARATION' });
    }
  });
});

describe('The scale of the framework pledged under', () => {
  it('takes scores up to the maximum of each group', () => {
    given(...pledgedUnderScale, ...scorable)
      .when({ ...propose, scores: { PREPARATION: '15', ATTENDANCE: '20.0' } })
      .then({
        type: 'MeetingScoreProposed',
        data: { ...of, scores: { PREPARATION: '15', ATTENDANCE: '20.0' } },
      });
  });

  it('refuses more, proposed or confirmed', () => {
    for (const command of [propose, confirm]) {
      given(...pledgedUnderScale, ...scorable)
        .when({ ...command, scores: { ...scores, ATTENDANCE: '20.01' } })
        .thenRefused('SCORE_ABOVE_MAXIMUM', {
          field: 'scores.ATTENDANCE',
          details: { group: 'ATTENDANCE', points: '20.01', maximum: 20 },
        });
    }
  });

  it('refuses a group that it does not have', () => {
    given(...pledgedUnderScale, ...scorable)
      .when({ ...propose, scores: { ...scores, SINGING: '1' } })
      .thenRefused('SCORE_GROUP_UNKNOWN', { details: { group: 'SINGING' } });
  });
});
