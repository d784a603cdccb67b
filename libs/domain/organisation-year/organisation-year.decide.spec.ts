import { given, on, someTree } from '../testing';

const year = { organisation: 'k1', year: 2024 };
const afterwards = { effectiveAt: '2025-01-05' };
const dissolved = on('2024-07-01', {
  type: 'OrganisationDissolved',
  data: { organisation: 'k1' },
});

describe('A meeting missed', () => {
  const month = { type: 'RecordMissedMonth', ...year, month: 2 } as const;
  const quarter = { type: 'RecordMissedQuarter', ...year, quarter: 2 } as const;

  it('is recorded for a month or a quarter that is over', () => {
    given(...someTree())
      .when(month, { effectiveAt: '2024-02-29T23:59:59+07:00' })
      .then({ type: 'MeetingMissed', data: { ...year, period: 'MONTH', month: 2 } });
    given(...someTree())
      .when(quarter, { effectiveAt: '2024-07-01' })
      .then({ type: 'MeetingMissed', data: { ...year, period: 'QUARTER', quarter: 2 } });
  });

  it('is refused before the period is over', () => {
    given(...someTree())
      .when(month, { effectiveAt: '2024-02-28' })
      .thenRefused('PERIOD_NOT_OVER', { field: 'month', details: { lastDay: '2024-02-29' } });
    given(...someTree())
      .when(quarter, { effectiveAt: '2024-06-29' })
      .thenRefused('PERIOD_NOT_OVER', { field: 'quarter', details: { lastDay: '2024-06-30' } });
  });

  it('is recorded once', () => {
    given(
      ...someTree(),
      on('2024-03-01', { type: 'MeetingMissed', data: { ...year, period: 'MONTH', month: 2 } }),
    )
      .when(month, afterwards)
      .thenRefused('ALREADY_EXISTS', { field: 'month' });
    given(
      ...someTree(),
      on('2024-07-01', { type: 'MeetingMissed', data: { ...year, period: 'QUARTER', quarter: 2 } }),
    )
      .when(quarter, afterwards)
      .thenRefused('ALREADY_EXISTS', { field: 'quarter' });
  });

  it('is refused for a month or a quarter that the year does not have', () => {
    for (const no of [0, 13]) {
      given(...someTree())
        .when({ ...month, month: no }, afterwards)
        .thenRefused('VALUE_INVALID', { field: 'month' });
    }
    for (const no of [0, 5]) {
      given(...someTree())
        .when({ ...quarter, quarter: no }, afterwards)
        .thenRefused('VALUE_INVALID', { field: 'quarter' });
    }
  });
});

describe('Closing the period', () => {
  const close = { type: 'ClosePeriod', ...year } as const;

  it('says that nothing of the year is still awaited', () => {
    given(...someTree())
      .when(close, afterwards)
      .then({ type: 'PeriodClosed', data: year });
  });

  it('may come after the end of the organisation', () => {
    given(...someTree(), dissolved)
      .when(close, afterwards)
      .then({ type: 'PeriodClosed', data: year });
  });

  it('happens once, and not before the year is over', () => {
    given(...someTree(), on('2025-01-01', { type: 'PeriodClosed', data: year }))
      .when(close, afterwards)
      .thenRefused('PERIOD_ALREADY_CLOSED');
    for (const effectiveAt of ['2023-12-31', '2024-12-31']) {
      given(...someTree())
        .when(close, { effectiveAt })
        .thenRefused('OUT_OF_ORDER', { details: { on: effectiveAt, otherOn: '2024-12-31' } });
    }
  });

  it('comes with the end of an organisation that ended within the year', () => {
    given(...someTree(), dissolved)
      .when(close, { effectiveAt: '2024-12-30' })
      .then({ type: 'PeriodClosed', data: year });
  });

  it('is refused for an organisation unknown or not yet founded, and for a year that cannot be', () => {
    given().when(close, afterwards).thenRefused('ORGANISATION_UNKNOWN');
    given(...someTree())
      .when({ ...close, year: 1999 }, { effectiveAt: '1999-12-31' })
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN');
    given(...someTree())
      .when({ ...close, year: 24 }, afterwards)
      .thenRefused('VALUE_INVALID', { field: 'year' });
  });
});

describe('A publication overdue', () => {
  const overdue = { type: 'RecordPublicationOverdue', ...year } as const;
  const opened = on('2024-12-10', {
    type: 'AssessmentOpened',
    data: { ...year, campaign: 'campaign', framework: { id: 'frame', version: 1 } },
  });
  const granted = on('2025-01-12', {
    type: 'RecognitionGranted',
    data: { ...year, number: '1-QĐ/ĐU', decidedBy: 'c1' },
  });
  const published = (date: string) => on(date, { type: 'RecognitionPublished', data: year });
  const late = { effectiveAt: '2025-02-12' };

  it('is that of a recognition granted and not published by then', () => {
    given(...someTree(), opened, granted)
      .when(overdue, late)
      .then({ type: 'PublicationOverdue', data: year });
    given(...someTree(), opened, granted, published('2025-03-01'))
      .when(overdue, late)
      .then({ type: 'PublicationOverdue', data: year });
  });

  it('is not before the day by which the recognition says it is published', () => {
    const limited = on('2025-01-12', {
      type: 'RecognitionGranted',
      data: { ...year, number: '1-QĐ/ĐU', decidedBy: 'c1', publishBy: '2025-02-11' },
    });
    given(...someTree(), opened, limited)
      .when(overdue, { effectiveAt: '2025-02-11' })
      .thenRefused('NOTHING_OVERDUE', { field: 'year' });
    given(...someTree(), opened, limited)
      .when(overdue, late)
      .then({ type: 'PublicationOverdue', data: year });
  });

  it('is refused when nothing was granted, or all is published', () => {
    given(...someTree())
      .when(overdue, late)
      .thenRefused('NOTHING_OVERDUE');
    given(...someTree(), opened)
      .when(overdue, late)
      .thenRefused('NOTHING_OVERDUE');
    given(...someTree(), opened, granted, published('2025-01-15'))
      .when(overdue, late)
      .thenRefused('NOTHING_OVERDUE');
  });

  it('is recorded once', () => {
    given(
      ...someTree(),
      opened,
      granted,
      on('2025-02-12', { type: 'PublicationOverdue', data: year }),
    )
      .when(overdue, late)
      .thenRefused('ALREADY_EXISTS');
  });
});

describe('An announcement overdue', () => {
  const overdue = { type: 'RecordAnnouncementOverdue', ...year, case: 'case1' } as const;
  const ofCase = { case: 'case1', organisation: 'k1' };
  const opened = on('2024-03-01', {
    type: 'CaseOpened',
    data: { ...ofCase, occurredOn: '2024-02-01' },
  });
  const decided = on('2024-05-01', {
    type: 'DisciplineDecided',
    data: { ...ofCase, form: 'WARNING', decidedBy: 'c1' },
  });
  const late = { effectiveAt: '2024-05-17' };

  it('is that of a discipline decided and not announced by then', () => {
    given(...someTree(), opened, decided)
      .when(overdue, late)
      .then({ type: 'AnnouncementOverdue', data: { ...year, case: 'case1' } });
  });

  it('is not before the day by which the decision says it is announced', () => {
    const limited = on('2024-05-01', {
      type: 'DisciplineDecided',
      data: { ...ofCase, form: 'WARNING', decidedBy: 'c1', announceBy: '2024-05-16' },
    });
    given(...someTree(), opened, limited)
      .when(overdue, { effectiveAt: '2024-05-16' })
      .thenRefused('NOTHING_OVERDUE', { field: 'case' });
    given(...someTree(), opened, limited)
      .when(overdue, late)
      .then({ type: 'AnnouncementOverdue', data: { ...year, case: 'case1' } });
  });

  it('is refused when nothing was decided, or it was announced', () => {
    given(...someTree(), opened)
      .when(overdue, late)
      .thenRefused('NOTHING_OVERDUE', { field: 'case' });
    given(
      ...someTree(),
      opened,
      decided,
      on('2024-05-10', { type: 'DisciplineAnnounced', data: ofCase }),
    )
      .when(overdue, late)
      .thenRefused('NOTHING_OVERDUE');
  });

  it('is refused for a case unknown, or of another organisation', () => {
    given(...someTree())
      .when(overdue, late)
      .thenRefused('NOT_RECORDED', { field: 'case' });
    given(...someTree(), opened, decided)
      .when({ ...overdue, organisation: 'k2' }, late)
      .thenRefused('NOT_RECORDED', { field: 'case' });
  });

  it('is recorded once', () => {
    given(
      ...someTree(),
      opened,
      decided,
      on('2024-05-16', { type: 'AnnouncementOverdue', data: { ...year, case: 'case1' } }),
    )
      .when(overdue, late)
      .thenRefused('ALREADY_EXISTS');
  });
});
