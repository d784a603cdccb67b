import type { DomainEvent } from '#domain';
import { startOfDay } from '#vocabulary';
import { corrected, fold, recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import type { LoggedFact } from '#projection-engine';
import { obligationsProjection } from '.';
import type { ObligationDocument } from '.';

const CELL = { organisation: 'k1', year: 2024 };
const CASE = { case: 'case-1', organisation: 'k1', member: 'm00001' };

function on(date: string, fact: DomainEvent): ToRecord {
  return { ...fact, effectiveAt: startOfDay(date) };
}

const pledged = on('2024-01-15', {
  type: 'PledgeRegistered',
  data: {
    ...CELL,
    campaign: 'c',
    framework: { id: 'f', version: 1 },
    items: [],
    organisationKind: 'SUBORDINATE_CELL',
    closesOn: '2025-01-31',
  },
});

function held(date: string, kind: 'REGULAR' | 'THEMATIC' | 'COMBINED' | 'MODEL'): ToRecord {
  return on(date, {
    type: 'MeetingHeld',
    data: {
      ...CELL,
      meeting: `meeting-${date}`,
      kind,
      startsAt: `${date}T19:00:00+07:00`,
      endsAt: `${date}T21:00:00+07:00`,
      attendance: { expected: 9, present: 9, excused: [], unexcused: [], specialDuty: [] },
      superiorAttended: false,
      previousResolutionReviewed: true,
    },
  });
}

const missedInMarch = on('2024-03-31', {
  type: 'MeetingMissed',
  data: { ...CELL, period: 'MONTH', month: 3 },
});
const granted = on('2025-01-10', {
  type: 'RecognitionGranted',
  data: { ...CELL, number: '1-QĐ/ĐU', decidedBy: 'c1', publishBy: '2025-02-09' },
});
const disciplined = on('2024-05-01', {
  type: 'DisciplineDecided',
  data: { ...CASE, form: 'WARNING', decidedBy: 'c1', announceBy: '2024-05-16' },
});
const announced = on('2024-05-10', {
  type: 'DisciplineAnnounced',
  data: { ...CASE, endsOn: '2025-05-10' },
});

/** What is owed, as `kind period: state by date`. */
function owedAfter(facts: readonly LoggedFact[]): readonly string[] {
  return [...fold(obligationsProjection, [facts]).values()]
    .map(({ body }) => body as ObligationDocument)
    .filter(({ owed }) => owed)
    .map(
      ({ kind, period, state, dueOn }) =>
        `${kind}${period === undefined ? '' : ` ${period}`}: ${state} ${dueOn}`,
    );
}

describe('A cell that pledged', () => {
  it('owes a regular meeting each month, a thematic one each quarter, and the end of the year', () => {
    const owed = owedAfter(recorded(pledged));

    expect(owed).toHaveLength(17);
    expect(owed).toContain('REGULAR_MEETING 2: OPEN 2024-02-29');
    expect(owed).toContain('THEMATIC_MEETING 3: OPEN 2024-09-30');
    expect(owed).toContain('PERIOD_CLOSING: OPEN 2025-01-31');
  });

  it('meets both in one sitting, and by a model meeting neither', () => {
    const owed = owedAfter(
      recorded(pledged, held('2024-04-04', 'COMBINED'), held('2024-07-04', 'MODEL')),
    );

    expect(owed).toContain('REGULAR_MEETING 4: FULFILLED 2024-04-30');
    expect(owed).toContain('THEMATIC_MEETING 2: FULFILLED 2024-06-30');
    expect(owed).toContain('REGULAR_MEETING 7: OPEN 2024-07-31');
  });

  it('that met before it pledged does not owe the meeting any more', () => {
    expect(owedAfter(recorded(held('2024-01-04', 'REGULAR'), pledged))).toContain(
      'REGULAR_MEETING 1: FULFILLED 2024-01-31',
    );
  });

  it('that missed a meeting is overdue, until a late entry shows that it was held', () => {
    expect(owedAfter(recorded(pledged, missedInMarch))).toContain(
      'REGULAR_MEETING 3: OVERDUE 2024-03-31',
    );
    expect(owedAfter(recorded(pledged, missedInMarch, held('2024-03-07', 'REGULAR')))).toContain(
      'REGULAR_MEETING 3: FULFILLED 2024-03-31',
    );
  });

  it('owes nothing for when it did not exist, nor once its year is closed', () => {
    const life = recorded(
      pledged,
      on('2024-11-15', { type: 'OrganisationDissolved', data: { organisation: 'k1' } }),
      on('2025-01-31', { type: 'PeriodClosed', data: CELL }),
    );

    expect(owedAfter(life.slice(0, 2))).toContain('REGULAR_MEETING 12: LAPSED 2024-12-31');
    expect(owedAfter(life.slice(0, 2))).toContain('REGULAR_MEETING 11: OPEN 2024-11-30');
    expect(owedAfter(life).filter((one) => one.includes('OPEN'))).toEqual([]);
    expect(owedAfter(life)).toContain('PERIOD_CLOSING: FULFILLED 2025-01-31');
  });

  it('owes nothing after an end that is told late, whatever was recorded in ignorance of it', () => {
    const facts = [
      pledged,
      on('2024-05-31', {
        type: 'MeetingMissed',
        data: { ...CELL, period: 'MONTH', month: 5 },
      }),
      on('2024-03-15', { type: 'OrganisationDissolved', data: { organisation: 'k1' } }),
    ];

    expect(owedAfter(recorded(...facts.slice(0, 2)))).toContain(
      'REGULAR_MEETING 5: OVERDUE 2024-05-31',
    );
    expect(owedAfter(recorded(...facts))).toContain('REGULAR_MEETING 5: LAPSED 2024-05-31');
    const all = recorded(...facts);
    const withoutEnd = corrected(all, all[2]) ?? [];
    expect(owedAfter(withoutEnd)).toContain('REGULAR_MEETING 5: OVERDUE 2024-05-31');
  });

  it('owes what it owed when a meeting turns out not to have been its own', () => {
    const facts = recorded(pledged, held('2024-03-07', 'REGULAR'));

    expect(owedAfter(corrected(facts, facts.at(-1)) ?? [])).toContain(
      'REGULAR_MEETING 3: OPEN 2024-03-31',
    );
  });

  it('that meets any number of times has met, of which only the first are named', () => {
    const often = Array.from({ length: 203 }, () => held('2024-03-07', 'REGULAR'));
    const facts = recorded(pledged, ...often);
    const inMarch = (history: readonly LoggedFact[]) =>
      fold(obligationsProjection, [history]).get('obligations/REGULAR_MEETING/2024/k1/3')?.body;

    expect(inMarch(facts)).toMatchObject({ state: 'FULFILLED', fulfilledAgain: 3 });
    for (const [wrong, named, again] of [
      [facts.at(-1), 200, 2],
      [facts[1], 199, 3],
    ] as const) {
      const body = inMarch(corrected(facts, wrong) ?? []) as ObligationDocument;
      expect([body.fulfilledBy.length, body.fulfilledAgain]).toEqual([named, again]);
    }
  });

  it('and withdrew owes nothing', () => {
    const withdrawn = on('2024-02-01', {
      type: 'PledgeWithdrawn',
      data: { ...CELL, campaign: 'c' },
    });

    expect(owedAfter(recorded(pledged, withdrawn))).toEqual([]);
  });
});

describe('A decision', () => {
  it('on recognition is to be published by its date, and anew when it is taken anew', () => {
    const published = on('2025-01-20', { type: 'RecognitionPublished', data: CELL });

    expect(owedAfter(recorded(granted))).toEqual(['PUBLICATION: OPEN 2025-02-09']);
    expect(owedAfter(recorded(granted, published))).toEqual(['PUBLICATION: FULFILLED 2025-02-09']);
    expect(owedAfter(recorded(granted, published, granted))).toEqual([
      'PUBLICATION: OPEN 2025-02-09',
    ]);
  });

  it('on discipline is to be announced, and then ends by its date', () => {
    expect(owedAfter(recorded(disciplined))).toEqual(['ANNOUNCEMENT: OPEN 2024-05-16']);
    expect(owedAfter(recorded(disciplined, announced))).toEqual([
      'ANNOUNCEMENT: FULFILLED 2024-05-16',
      'DISCIPLINE_END: OPEN 2025-05-10',
    ]);
  });

  it('that is annulled leaves nothing to wait for', () => {
    const annulled = on('2024-06-01', {
      type: 'ComplaintResolved',
      data: { ...CASE, outcome: 'ANNULLED', decidedBy: 'city' },
    });

    expect(owedAfter(recorded(disciplined, announced, annulled))).toEqual([
      'ANNOUNCEMENT: FULFILLED 2024-05-16',
      'DISCIPLINE_END: LAPSED 2025-05-10',
    ]);
  });
});
