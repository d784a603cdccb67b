import { on } from '#domain/testing';
import {
  caseOpened,
  CELL,
  concluded,
  disciplined,
  findingsAfter,
  signal,
  step,
  VIOLATION,
} from './testing';

const opened = caseOpened('2024-03-01');

describe('a violation that was first reported from outside (R-01)', () => {
  it('is found once confirmed, with every date of it', async () => {
    const facts = [opened, signal('2024-03-02', 'PRESS'), concluded('2024-04-01')];
    expect(await findingsAfter('DETECTED_FROM_OUTSIDE', ...facts)).toMatchObject([
      {
        case: 'v1',
        member: 'm00001',
        year: 2024,
        figures: {
          source: 'PRESS',
          occurredOn: '2024-02-01',
          noticedOn: '2024-03-02',
          noticedBy: 'PRESS',
          concludedOn: '2024-04-01',
          daysToNotice: 30,
          daysToConclude: 30,
          inspectedOn: null,
          daysToDecide: null,
        },
      },
    ]);
  });

  it('is not found when the cell spoke first, or when the report proved false', async () => {
    const own = [opened, signal('2024-03-01', 'SELF'), signal('2024-03-02', 'PRESS')];
    expect(await findingsAfter('DETECTED_FROM_OUTSIDE', ...own, concluded('2024-04-01'))).toEqual(
      [],
    );
    const facts = [opened, signal('2024-03-02', 'PRESS'), concluded('2024-04-01', false)];
    expect(await findingsAfter('DETECTED_FROM_OUTSIDE', ...facts)).toEqual([]);
  });
});

describe('a case that was closed as the same as another (R-18)', () => {
  it('is asked about no more: what was found is settled', async () => {
    const facts = [opened, signal('2024-03-02', 'PRESS'), concluded('2024-04-01')];
    const data = { ...VIOLATION, duplicateOf: 'v2' };
    const closedAsSame = on('2024-05-01', { type: 'CaseClosed', data });
    expect(await findingsAfter('DETECTED_FROM_OUTSIDE', ...facts, closedAsSame)).toMatchObject([
      { state: 'SETTLED', settledBy: { type: 'CaseClosed' } },
    ]);
  });
});

describe('a self-detection that came afterwards (R-01)', () => {
  const [press, self] = [signal('2024-03-02', 'PRESS'), signal('2024-03-01', 'SELF')];

  it('is found by the order of recording, whatever date it bears', async () => {
    expect(await findingsAfter('SELF_DETECTION_AFTERWARDS', opened, press, self)).toMatchObject([
      { figures: { source: 'PRESS' } },
    ]);
  });

  it('is not found when it was recorded first', async () => {
    expect(await findingsAfter('SELF_DETECTION_AFTERWARDS', opened, self, press)).toEqual([]);
  });
});

describe('a signal that was never inspected', () => {
  const reported = signal('2024-03-02', 'INSPECTION');

  it('is found when the case is concluded or closed all the same', async () => {
    const facts = [opened, reported, concluded('2024-04-01')];
    expect(await findingsAfter('SIGNAL_NOT_INSPECTED', ...facts)).toHaveLength(1);
    const closed = step('2024-05-01', 'CaseClosed');
    expect(await findingsAfter('SIGNAL_NOT_INSPECTED', opened, reported, closed)).toHaveLength(1);
  });

  it('is not found while the case goes on, or when it was inspected', async () => {
    expect(await findingsAfter('SIGNAL_NOT_INSPECTED', opened, reported)).toEqual([]);
    const inspected = step('2024-03-10', 'InspectionOpened');
    const facts = [opened, reported, inspected, concluded('2024-04-01')];
    expect(await findingsAfter('SIGNAL_NOT_INSPECTED', ...facts)).toEqual([]);
  });
});

describe('a conclusion that demands remediation', () => {
  it('is found until that is completed', async () => {
    const facts = [opened, concluded('2024-04-01')];
    expect(await findingsAfter('NOT_REMEDIED', ...facts)).toHaveLength(1);
    const remedied = step('2024-06-01', 'RemediationCompleted');
    expect(await findingsAfter('NOT_REMEDIED', ...facts, remedied)).toEqual([]);
  });

  it('is not found where nothing was confirmed', async () => {
    expect(await findingsAfter('NOT_REMEDIED', opened, concluded('2024-04-01', false))).toEqual([]);
  });
});

describe('a discipline past the limitation period (R-19)', () => {
  it('is found the day after the period of its form', async () => {
    const facts = [caseOpened('2024-01-01', '2019-02-01'), disciplined('2024-02-02', 'REPRIMAND')];
    expect(await findingsAfter('DISCIPLINE_PAST_LIMITATION', ...facts)).toMatchObject([
      { year: 2019, figures: { form: 'REPRIMAND', months: 60, until: '2024-02-01' } },
    ]);
  });

  it('is not found within it, nor for an expulsion at any time', async () => {
    const old = caseOpened('2024-01-01', '2019-02-01');
    for (const [date, form] of [
      ['2024-02-01', 'REPRIMAND'],
      ['2024-02-02', 'WARNING'],
      ['2034-02-02', 'EXPULSION'],
    ] as const) {
      const found = await findingsAfter('DISCIPLINE_PAST_LIMITATION', old, disciplined(date, form));
      expect(found).toEqual([]);
    }
  });
});

describe('a discipline that was announced late (R-23)', () => {
  const decided = [opened, disciplined('2024-05-01')];
  const overdue = on('2024-05-17', {
    type: 'AnnouncementOverdue',
    data: { ...CELL, case: VIOLATION.case },
  });

  it('is found after its last day, and when it is overdue', async () => {
    const late = step('2024-05-17', 'DisciplineAnnounced');
    expect(await findingsAfter('ANNOUNCEMENT_LATE', ...decided, late)).toMatchObject([
      { figures: { dueOn: '2024-05-16', announcedOn: '2024-05-17', announced: true } },
    ]);
    expect(await findingsAfter('ANNOUNCEMENT_LATE', ...decided, overdue)).toMatchObject([
      { figures: { announced: false } },
    ]);
  });

  it('has fewer days for what the cell decided itself', async () => {
    const own = [opened, disciplined('2024-05-01', 'REPRIMAND', VIOLATION, 'cell')];
    const found = await findingsAfter(
      'ANNOUNCEMENT_LATE',
      ...own,
      step('2024-05-12', 'DisciplineAnnounced'),
    );
    expect(found).toMatchObject([{ figures: { dueOn: '2024-05-11' } }]);
  });

  it('is held against the day that the decision itself names', async () => {
    const data = { ...VIOLATION, form: 'WARNING', decidedBy: 'committee' } as const;
    const named = on('2024-05-01', {
      type: 'DisciplineDecided',
      data: { ...data, announceBy: '2024-05-08' },
    });
    const announced = step('2024-05-09', 'DisciplineAnnounced');
    expect(await findingsAfter('ANNOUNCEMENT_LATE', opened, named, announced)).toMatchObject([
      { figures: { dueOn: '2024-05-08' } },
    ]);
  });

  it('is not found on its last day', async () => {
    const announced = step('2024-05-16', 'DisciplineAnnounced');
    expect(await findingsAfter('ANNOUNCEMENT_LATE', ...decided, announced)).toEqual([]);
  });
});

describe('an open complaint', () => {
  const facts = [
    opened,
    disciplined('2024-05-01'),
    step('2024-05-05', 'DisciplineAnnounced'),
    step('2024-05-20', 'ComplaintFiled'),
  ];

  it('is found until it is resolved', async () => {
    expect(await findingsAfter('COMPLAINT_OPEN', ...facts)).toHaveLength(1);
    const resolved = on('2024-06-20', {
      type: 'ComplaintResolved',
      data: { ...VIOLATION, outcome: 'UPHELD', decidedBy: 'district' },
    });
    expect(await findingsAfter('COMPLAINT_OPEN', ...facts, resolved)).toEqual([]);
  });
});
