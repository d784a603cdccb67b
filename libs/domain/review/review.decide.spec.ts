import type { Scorecard } from '#criteria';
import {
  admitted,
  given,
  launchedCampaign,
  madeOfficial,
  on,
  publishedFrame,
  someFramework,
  someTree,
} from '../testing';
import type { RatingLevel } from '#vocabulary';

const of = { organisation: 'k1', year: 2024 };
const ofMember = { ...of, member: 'm00001' };
const world = [...someTree(), admitted('m00001', 'k1'), madeOfficial('m00001', 'k1')];
const atYearsEnd = { effectiveAt: '2024-12-20' };
const memberRated = (member = 'm00001', level: RatingLevel = 'GOOD') =>
  on('2024-12-20', {
    type: 'MemberRatingDecided',
    data: { ...of, member, level, decidedBy: 'k1' },
  });
const organisationRated = on('2024-12-28', {
  type: 'OrganisationRatingDecided',
  data: { ...of, level: 'GOOD', decidedBy: 'c1' },
});

const decideMember = {
  type: 'DecideMemberRating',
  ...ofMember,
  level: 'GOOD',
  decidedBy: 'c1',
} as const;
const decideOrganisation = {
  type: 'DecideOrganisationRating',
  ...of,
  level: 'GOOD',
  decidedBy: 'c1',
} as const;

describe('Opening a review', () => {
  it('happens once, of an organisation that was founded by then', () => {
    const open = { type: 'OpenReview', ...of } as const;
    given(...world)
      .when(open)
      .then({ type: 'ReviewOpened', data: of });
    given(...world, on('2024-12-01', { type: 'ReviewOpened', data: of }))
      .when(open)
      .thenRefused('ALREADY_EXISTS');
    given().when(open).thenRefused('ORGANISATION_UNKNOWN');
    given(...world)
      .when({ ...open, year: 0 })
      .thenRefused('VALUE_INVALID', { field: 'year' });
  });
});

describe('Rating a member', () => {
  it('is proposed, then decided by the cell itself or from above', () => {
    given(...world)
      .when({ type: 'ProposeMemberRating', ...ofMember, level: 'EXCELLENT' }, atYearsEnd)
      .then({ type: 'MemberRatingProposed', data: { ...ofMember, level: 'EXCELLENT' } });
    for (const decidedBy of ['k1', 'c1', 'superior']) {
      given(...world)
        .when({ ...decideMember, decidedBy }, atYearsEnd)
        .then({ type: 'MemberRatingDecided', data: { ...ofMember, level: 'GOOD', decidedBy } });
    }
  });

  it('is refused to a body beside the organisation', () => {
    given(...world)
      .when({ ...decideMember, decidedBy: 'k2' }, atYearsEnd)
      .thenRefused('DECIDED_BEYOND_AUTHORITY', { field: 'decidedBy' });
    given(...world)
      .when({ ...decideMember, decidedBy: 'nobody' }, atYearsEnd)
      .thenRefused('ORGANISATION_UNKNOWN', { field: 'decidedBy' });
  });

  it('leaves out exempted and suspended members', () => {
    for (const type of ['MemberExempted', 'MemberSuspended'] as const) {
      const leftOut = [
        ...world,
        on('2024-07-01', { type, data: { member: 'm00001', organisation: 'k1' } }),
      ];
      given(...leftOut)
        .when(decideMember, atYearsEnd)
        .thenRefused('MEMBER_NOT_RATEABLE', { rule: 'R-24' });
      given(...leftOut)
        .when({ type: 'ProposeMemberRating', ...ofMember, level: 'GOOD' }, atYearsEnd)
        .thenRefused('MEMBER_NOT_RATEABLE');
    }
  });

  it('looks at the end of the year when it is decided after it', () => {
    given(
      ...world,
      on('2025-01-05', {
        type: 'MemberExempted',
        data: { member: 'm00001', organisation: 'k1' },
      }),
    )
      .when(decideMember, { effectiveAt: '2025-01-20' })
      .then({ type: 'MemberRatingDecided', data: { ...ofMember, level: 'GOOD', decidedBy: 'c1' } });
  });

  it('is refused for a member unknown, or admitted later', () => {
    given(...someTree())
      .when(decideMember, atYearsEnd)
      .thenRefused('MEMBER_UNKNOWN');
    given(...someTree(), admitted('m00001', 'k1', '2025-01-02'))
      .when(decideMember, { effectiveAt: '2025-02-01' })
      .thenRefused('MEMBER_NOT_EXISTING_THEN');
  });

  it('is decided once, unless it is reopened', () => {
    const propose = { type: 'ProposeMemberRating', ...ofMember, level: 'GOOD' } as const;
    for (const command of [decideMember, propose]) {
      given(...world, memberRated())
        .when(command, atYearsEnd)
        .thenRefused('RATING_ALREADY_DECIDED', { details: { member: 'm00001' } });
    }
    given(...world, memberRated(), on('2025-02-01', { type: 'RatingReopened', data: ofMember }))
      .when(decideMember, atYearsEnd)
      .then({ type: 'MemberRatingDecided', data: { ...ofMember, level: 'GOOD', decidedBy: 'c1' } });
  });
});

describe('Rating an organisation', () => {
  it('is proposed, then decided from above', () => {
    given(...world)
      .when({ type: 'ProposeOrganisationRating', ...of, level: 'GOOD' })
      .then({ type: 'OrganisationRatingProposed', data: { ...of, level: 'GOOD' } });
    given(...world)
      .when(decideOrganisation)
      .then({ type: 'OrganisationRatingDecided', data: { ...of, level: 'GOOD', decidedBy: 'c1' } });
  });

  it('is never decided by itself, not even at the root', () => {
    given(...world)
      .when({ ...decideOrganisation, decidedBy: 'k1' })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
    given(...world)
      .when({ ...decideOrganisation, organisation: 'superior', decidedBy: 'superior' })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
  });

  it('still reaches an organisation that has ended', () => {
    given(
      ...world,
      on('2024-06-30', { type: 'OrganisationDissolved', data: { organisation: 'k1' } }),
    )
      .when(decideOrganisation, atYearsEnd)
      .then({ type: 'OrganisationRatingDecided', data: { ...of, level: 'GOOD', decidedBy: 'c1' } });
  });

  it('is decided once, unless it is reopened', () => {
    const propose = { type: 'ProposeOrganisationRating', ...of, level: 'GOOD' } as const;
    for (const command of [decideOrganisation, propose]) {
      given(...world, organisationRated)
        .when(command)
        .thenRefused('RATING_ALREADY_DECIDED');
    }
  });
});

describe('A rating that was decided', () => {
  const reopen = { type: 'ReopenRating', ...ofMember } as const;
  const revise = { type: 'ReviseRating', ...ofMember, level: 'FAILED', decidedBy: 'c1' } as const;
  const reopened = [
    ...world,
    memberRated(),
    on('2025-03-01', { type: 'RatingReopened', data: ofMember }),
  ];

  it('is reopened, then revised', () => {
    given(...world, memberRated())
      .when(reopen)
      .then({ type: 'RatingReopened', data: ofMember });
    given(...reopened)
      .when(revise, { effectiveAt: '2025-03-10' })
      .then({ type: 'RatingRevised', data: { ...ofMember, level: 'FAILED', decidedBy: 'c1' } });
    given(...world, organisationRated)
      .when({ type: 'ReopenRating', ...of })
      .then({ type: 'RatingReopened', data: of });
  });

  it('is not reopened before it is decided, nor revised before it is reopened', () => {
    given(...world)
      .when(reopen)
      .thenRefused('RATING_NOT_DECIDED');
    given(...reopened)
      .when(reopen)
      .thenRefused('RATING_NOT_DECIDED');
    given(...world, memberRated())
      .when(revise)
      .thenRefused('RATING_NOT_REOPENED');
  });

  it('is revised by whoever may decide it', () => {
    given(...reopened)
      .when({ ...revise, decidedBy: 'k2' })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
  });
});

describe('Publishing ratings', () => {
  const publish = { type: 'PublishRatings', ...of } as const;
  const published = on('2025-01-10', { type: 'RatingPublished', data: of });

  it('needs something decided', () => {
    given(...world)
      .when(publish)
      .thenRefused('RATING_NOT_DECIDED');
  });

  it('happens once for what was decided', () => {
    given(...world, memberRated())
      .when(publish)
      .then({ type: 'RatingPublished', data: of });
    given(...world, memberRated(), published)
      .when(publish)
      .thenRefused('ALREADY_DONE');
    given(...world, memberRated(), published, organisationRated)
      .when(publish)
      .then({ type: 'RatingPublished', data: of });
  });

  const { parameters } = someFramework();
  const underQuota = [
    ...world,
    ...publishedFrame(
      someFramework({
        parameters: { ...parameters, ratingQuota: { level: 'EXCELLENT', maxShare: 0.2 } },
      }),
    ),
    launchedCampaign(),
    on('2024-01-15', {
      type: 'PledgeRegistered',
      data: { ...of, campaign: 'campaign', framework: { id: 'frame', version: 1 }, items: [] },
    }),
  ];
  const rated = (excellent: number, good: number, completed: number) =>
    [
      ...Array<RatingLevel>(excellent).fill('EXCELLENT'),
      ...Array<RatingLevel>(good).fill('GOOD'),
      ...Array<RatingLevel>(completed).fill('COMPLETED'),
    ].map((level, index) => memberRated(`m0010${index}`, level));

  it('holds the quota against those rated good or better, exactly', () => {
    given(...underQuota, ...rated(1, 4, 0))
      .when(publish)
      .then({ type: 'RatingPublished', data: of });
    given(...underQuota, ...rated(1, 3, 5))
      .when(publish)
      .thenRefused('QUOTA_EXCEEDED', {
        rule: 'R-30',
        details: { level: 'EXCELLENT', count: 1, of: 4, maxShare: 0.2 },
      });
  });

  it('holds the quota against the whole grassroots organisation that a cell belongs to', () => {
    const inTheCommittee = (excellent: number) =>
      scorecardCounting({ EXCELLENT: excellent, GOOD: 8, COMPLETED: 3, FAILED: 0 });
    given(...underQuota, ...rated(1, 0, 0))
      .with({ scorecard: inTheCommittee(2) })
      .when(publish)
      .then({ type: 'RatingPublished', data: of });
    given(...underQuota, ...rated(1, 4, 0))
      .with({ scorecard: inTheCommittee(3) })
      .when(publish)
      .thenRefused('QUOTA_EXCEEDED', {
        details: { organisation: 'c1', level: 'EXCELLENT', count: 3, of: 11, maxShare: 0.2 },
      });
  });
});

function scorecardCounting(byLevel: Readonly<Record<RatingLevel, number>>): Scorecard {
  const members = { rateable: 20, rated: 13, byLevel, exempted: 0, suspended: 0, leftOut: [] };
  return { outcome: 'NOT_PLEDGED', goods: [], failedRules: [], members };
}

describe('The points of a rating', () => {
  const under366 = { effectiveAt: '2025-12-20' };
  const points = (general: string, results: string) => ({ points: { general, results } });

  it('come with it, and allow the level of their band or a worse one', () => {
    const allowed = [
      ['EXCELLENT', points('25.5', '64.5')],
      ['GOOD', points('30', '70')],
      ['GOOD', points('20', '50')],
      ['COMPLETED', points('19.9', '50')],
      ['FAILED', points('0', '0')],
    ] as const;
    for (const [level, given366] of allowed) {
      const rating = { ...of, level, ...given366 };
      given(...world)
        .when({ ...decideOrganisation, ...rating }, under366)
        .then({ type: 'OrganisationRatingDecided', data: { ...rating, decidedBy: 'c1' } });
      given(...world)
        .when({ type: 'ProposeMemberRating', ...ofMember, ...rating }, under366)
        .then({ type: 'MemberRatingProposed', data: { ...ofMember, ...rating } });
    }
  });

  it('do not allow a better one, by however little', () => {
    const refused = [
      ['EXCELLENT', points('19.99', '70')],
      ['GOOD', points('0.1', '69.8')],
      ['COMPLETED', points('0', '49')],
    ] as const;
    const reopened = on('2025-12-21', { type: 'RatingReopened', data: of });
    for (const [level, given366] of refused) {
      for (const command of [decideOrganisation, decideMember]) {
        given(...world)
          .when({ ...command, level, ...given366 }, under366)
          .thenRefused('RATING_ABOVE_POINTS', { field: 'level' });
      }
      given(...world, organisationRated, reopened)
        .when({ type: 'ReviseRating', ...of, level, decidedBy: 'c1', ...given366 }, under366)
        .thenRefused('RATING_ABOVE_POINTS');
    }
  });

  it('stay within the maximum of each part', () => {
    given(...world)
      .when({ ...decideOrganisation, ...points('30.5', '60') }, under366)
      .thenRefused('POINTS_ABOVE_MAXIMUM', { field: 'points.general' });
    given(...world)
      .when({ ...decideOrganisation, ...points('20', '70.01') }, under366)
      .thenRefused('POINTS_ABOVE_MAXIMUM', { field: 'points.results' });
    given(...world)
      .when({ ...decideOrganisation, ...points('-1', '70') }, under366)
      .thenRefused('VALUE_INVALID', { field: 'points.general' });
    given(...world)
      .when({ ...decideOrganisation, ...points('1e1', '70') }, under366)
      .thenRefused('VALUE_INVALID', { field: 'points.general' });
  });

  it('are not known to the rules before regulation 366', () => {
    given(...world)
      .when({ ...decideOrganisation, ...points('20', '60') }, { effectiveAt: '2025-08-29' })
      .thenRefused('RATING_WITHOUT_POINTS', { field: 'points' });
  });
});
