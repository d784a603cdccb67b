import { ImportingOffice, WARD, asFiles, refusedRows, withCell } from '../testing';
import type { Ward } from '../testing';

describe('The rows of every table', () => {
  let office: ImportingOffice;

  beforeEach(async () => {
    office = await ImportingOffice.open();
  });

  afterEach(async () => office.close());

  it('become the events of their streams, each from the date it was true', async () => {
    expect(refusedRows(await office.take(asFiles(WARD)))).toEqual([]);
    const events = await office.events();
    const eventsByStream = Map.groupBy(
      events.map(({ stream, type, metadata }) => ({
        stream,
        description: `${type} ${metadata.effectiveAt.slice(0, 10)}`,
      })),
      ({ stream }) => stream,
    );
    expect(
      Object.fromEntries(
        [...eventsByStream].map(([stream, events]) => [
          stream,
          events.map((event) => event.description),
        ]),
      ),
    ).toEqual({
      'organisation-superior': ['OrganisationEstablished 2000-01-01'],
      'organisation-c1': [
        'OrganisationEstablished 2000-01-02',
        'MembershipTotalsReported 2024-08-01',
      ],
      'organisation-k1': ['OrganisationEstablished 2000-01-03'],
      'organisation-k2': ['OrganisationEstablished 2000-01-04', 'OrganisationDissolved 2025-02-01'],
      // Admitted before the cell was founded: its membership begins with the cell.
      'member-m00001': [
        'MemberAdmitted 2000-01-03',
        'MemberMadeOfficial 2000-01-03',
        'MemberTransferred 2024-09-01',
      ],
      'member-m00002': [
        'MemberAdmitted 2010-05-01',
        'MemberMadeOfficial 2011-05-01',
        'ResidenceLinked 2010-05-01',
        'MemberExempted 2024-04-01',
      ],
      'member-m00003': [
        'MemberAdmitted 2012-05-01',
        'MemberMadeOfficial 2013-05-01',
        'MemberSuspended 2024-08-01',
      ],
      'framework-frame': ['FrameworkDrafted 2023-05-17', 'FrameworkPublished 2023-05-17'],
      'campaign-campaign': ['CampaignLaunched 2023-05-31', 'PilotDesignated 2023-06-01'],
      'pledge-2024-k1': ['PledgeRegistered 2024-01-15', 'PledgeSigned 2024-01-20'],
      'pledge-2024-k2': ['PledgeRegistered 2024-01-16'],
      'member-pledge-2024-m00001': ['PledgeRegistered 2024-01-17', 'PledgeSigned 2024-01-20'],
      'target-k1-2024': [
        'TargetAssigned 2024-01-10',
        'TargetResultConfirmed 2024-12-05',
        'TargetAssigned 2024-07-11',
        'TargetResultConfirmed 2024-12-06',
      ],
      // Nobody confirmed what was achieved: it is progress.
      'target-k2-2024': ['TargetAssigned 2024-01-12', 'TargetProgressReported 2024-01-12'],
      'meeting-k1-2024-01': ['MeetingHeld 2024-01-05', 'MinutesAdopted 2024-01-05'],
      'meeting-k2-2024-01': ['MeetingHeld 2024-01-06'],
      'meeting-k1-2024-07': ['MeetingHeld 2024-07-05', 'MinutesAdopted 2024-07-06'],
      'grievance-g1': [
        'GrievanceOpened 2024-02-01',
        'GrievanceFlagged 2024-02-01',
        'GrievanceFlagged 2024-02-01',
        'GrievanceResolved 2024-09-01',
      ],
      'case-case1': [
        'CaseOpened 2024-03-03',
        'ConclusionReached 2024-10-01',
        'SignalReceived 2024-07-14',
      ],
      'review-k1-2024': ['MemberRatingDecided 2024-12-19', 'OrganisationRatingDecided 2024-12-20'],
      'assessment-k1-2024': [
        'AssessmentOpened 2024-12-10',
        'SelfAssessmentSubmitted 2024-12-12',
        'SelfAssessmentVoted 2024-12-14',
        'AppraisalRecorded 2024-12-22',
      ],
      'assessment-k2-2024': [
        'AssessmentOpened 2024-12-11',
        'SelfAssessmentSubmitted 2024-12-13',
        'AppraisalRecorded 2024-12-23',
        'RecognitionRefused 2025-01-12',
      ],
      'year-k1-2024': ['PeriodClosed 2025-01-05'],
    });
  });

  it('say where they came from, and on whose behalf', async () => {
    await office.take(asFiles(WARD));
    const events = await office.events();
    const appraised = events.find(
      ({ stream, type }) => stream === 'assessment-k1-2024' && type === 'AppraisalRecorded',
    );
    expect(appraised?.metadata).toMatchObject({
      actor: { id: 'operator' },
      onBehalfOf: { id: 'x', role: 'SUPERIOR_COMMITTEE' },
      correlationId: 'import-1',
      source: {
        kind: 'IMPORT',
        importId: 'import-1',
        file: 'appraisals.csv',
        row: 2,
        key: 'appraisals/k1/2024/study',
      },
    });
    const launched = events.find(({ type }) => type === 'CampaignLaunched');
    expect(launched?.metadata.legalBasis).toEqual([
      { number: '81-KH/TU', date: '2023-05-17', issuer: 'Ban' },
    ]);
  });

  it.each([
    ['organisations', 'kind', 'CELL', 'NOT_ONE_OF', 'kind'],
    ['organisations', 'type', '', 'MISSING_VALUE', 'type'],
    ['organisations', 'parent', 'nowhere', 'ORGANISATION_UNKNOWN', 'parent'],
    ['organisations', 'dissolved_on', '1999-01-01', 'ORGANISATION_NOT_EXISTING_THEN', 'id'],
    ['organisations', 'established_on', '2999-01-01', 'EFFECTIVE_IN_FUTURE', 'established_on'],
    ['members', 'organisation', 'nowhere', 'ORGANISATION_UNKNOWN', 'organisation'],
    ['members', 'official_on', '2999-01-01', 'EFFECTIVE_IN_FUTURE', 'official_on'],
    [
      'members',
      'residence_organisation',
      'nowhere',
      'ORGANISATION_UNKNOWN',
      'residence_organisation',
    ],
    ['transfers', 'to', 'nowhere', 'ORGANISATION_UNKNOWN', 'to'],
    ['transfers', 'from', 'k2', 'NOT_THE_MEMBERS_ORGANISATION', 'from'],
    ['membership_totals', 'official', '-3', 'VALUE_INVALID', 'official'],
    ['campaigns', 'framework', 'none', 'FRAMEWORK_NOT_PUBLISHED', 'framework'],
    ['campaigns', 'to_year', '2022', 'VALUE_INVALID', 'to_year'],
    ['campaigns', 'legal_basis', '81;2023-02-30;Ban', 'NOT_A_LEGAL_BASIS', 'legal_basis'],
    ['pilots', 'campaign', 'none', 'CAMPAIGN_UNKNOWN', 'campaign'],
    ['pledges', 'year', '2030', 'YEAR_OUTSIDE_CAMPAIGN', 'year'],
    ['targets', 'direction', 'UP', 'NOT_ONE_OF', 'direction'],
    ['targets', 'achieved', '', 'MISSING_VALUE', 'achieved'],
    ['meetings', 'present', '3', 'ATTENDANCE_IMPOSSIBLE', 'present'],
    ['meetings', 'ends_at', '2024-01-05T18:00:00+07:00', 'VALUE_INVALID', 'ends_at'],
    ['meetings', 'score_voted_on', '2024-01-06', 'MISSING_VALUE', 'scores'],
    ['grievances', 'flags', 'LOUD', 'NOT_ONE_OF', 'flags'],
    ['cases', 'prohibited_thing', '20', 'VALUE_INVALID', 'prohibited_thing'],
    ['cases', 'confirmed', '', 'MISSING_VALUE', 'confirmed'],
    ['cases', 'concluded_on', '', 'MISSING_VALUE', 'concluded_on'],
    ['cases', 'decided_on', '2024-11-01', 'MISSING_VALUE', 'discipline'],
    ['signals', 'case', 'none', 'NOT_RECORDED', 'case'],
    ['ratings', 'level', 'FINE', 'NOT_ONE_OF', 'level'],
    ['ratings', 'member', 'm99999', 'MEMBER_UNKNOWN', 'member'],
    ['assessments', 'self_submitted_on', '', 'MISSING_VALUE', 'self_submitted_on'],
    ['assessments', 'votes_for', '11', 'VALUE_INVALID', 'votes_for'],
    ['appraisals', 'condition', 'none', 'CONDITION_UNKNOWN', 'condition'],
    ['appraisals', 'year', '2023', 'ASSESSMENT_MISSING', 'organisation'],
    ['closings', 'on', '2999-01-01', 'EFFECTIVE_IN_FUTURE', 'on'],
    ['recognitions', 'decided_by', 'k1', 'DECIDED_BEYOND_AUTHORITY', 'decided_by'],
  ])('of %s are refused with a bad %s: %s', async (table, column, value, code, named) => {
    const row = table === 'organisations' ? 4 : 1;
    const bad = withCell(upTo(table), table, row, column, value);
    const report = await office.take(asFiles(bad));
    expect(refusedRows(report)).toContainEqual(
      expect.objectContaining({ file: `${table}.csv`, row: row + 1, code, column: named }),
    );
  });
});

/** The ward without the tables that come after this one. */
function upTo(table: string): Ward {
  const names = Object.keys(WARD);
  return Object.fromEntries(
    Object.entries(WARD).filter(([name]) => names.indexOf(name) <= names.indexOf(table)),
  );
}
