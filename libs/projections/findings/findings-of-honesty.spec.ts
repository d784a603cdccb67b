import { on } from '#domain/testing';
import type { LoggedFact } from '#projection-engine';
import { corrected, recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import {
  allFindingsAfter,
  assessed,
  caseOpened,
  CELL,
  concluded,
  established,
  findingsAfter,
  granted,
  held,
  rated,
  signal,
  VIOLATION,
} from './testing';

const opened = caseOpened('2024-03-01');
/** The wrong fact, its correction, and the right one. */
function wrongThenRight(wrong: ToRecord, right: ToRecord): readonly LoggedFact[] {
  const facts = recorded(wrong);
  return [...(corrected(facts, facts[0]) ?? []), ...recorded(wrong, wrong, right).slice(2)];
}

describe('Cases about the same (R-18)', () => {
  const other = { case: 'v2', organisation: 'cell', member: 'm00001' };
  const again = caseOpened('2024-04-01', '2024-02-01', other);

  it('are found, until all but one are closed as the same: then it is settled', async () => {
    expect(await findingsAfter('CASES_ALIKE', opened)).toEqual([]);
    expect(await findingsAfter('CASES_ALIKE', opened, again)).toMatchObject([
      { state: 'OPEN', case: 'v1', member: 'm00001', figures: { cases: 'v1, v2', counting: 2 } },
    ]);
    const closed = on('2024-05-01', {
      type: 'CaseClosed',
      data: { ...other, duplicateOf: 'v1' },
    });
    expect(await findingsAfter('CASES_ALIKE', opened, again, closed)).toMatchObject([
      { state: 'SETTLED', settledBy: { type: 'CaseClosed' } },
    ]);
  });

  it('are none on another day, about another thing or another member', async () => {
    const day = caseOpened('2024-04-01', '2024-02-02', other);
    const member = caseOpened('2024-04-01', '2024-02-01', { ...other, member: 'm00002' });
    expect(await findingsAfter('CASES_ALIKE', opened, day, member)).toEqual([]);
  });
});

describe('What was found of a case that is closed as the same as another (R-18)', () => {
  const others = [
    caseOpened('2024-03-01', '2024-02-01', { ...VIOLATION, case: 'v2' }),
    opened,
    signal('2024-03-02', 'PRESS'),
    concluded('2024-04-01'),
  ];
  const data = { ...VIOLATION, duplicateOf: 'v2' };
  const closed = on('2024-05-01', { type: 'CaseClosed', data });
  const kind = 'DETECTED_FROM_OUTSIDE';

  it('is settled by its closing, and stays', async () => {
    expect(await findingsAfter(kind, ...others)).toMatchObject([{ state: 'OPEN' }]);
    expect(await findingsAfter(kind, ...others, closed)).toMatchObject([
      { case: 'v1', state: 'SETTLED', settledBy: { type: 'CaseClosed' } },
    ]);
  });

  it('is open again when that closing was wrong', async () => {
    const facts = recorded(...others, closed);
    const found = await allFindingsAfter(corrected(facts, facts.at(-1)) ?? []);
    expect(found.filter((one) => one.kind === kind)).toMatchObject([{ state: 'OPEN' }]);
  });
});

describe('A member rated by two organisations for a year', () => {
  const elsewhere = on('2024-12-22', {
    type: 'MemberRatingDecided',
    data: {
      organisation: 'other',
      year: 2024,
      member: 'm00001',
      level: 'EXCELLENT',
      decidedBy: 'other',
    },
  });

  it('is found', async () => {
    expect(await findingsAfter('RATED_TWICE', rated('2024-12-20', 'GOOD'))).toEqual([]);
    expect(
      await findingsAfter('RATED_TWICE', rated('2024-12-20', 'GOOD'), elsewhere),
    ).toMatchObject([
      { member: 'm00001', figures: { organisations: 'cell, other', other: 'EXCELLENT' } },
    ]);
  });
});

describe('A finding about what was taken back', () => {
  it('is settled by the correction, and stays', async () => {
    const facts = recorded(opened, signal('2024-03-02', 'PRESS'), concluded('2024-04-01'));
    const found = await allFindingsAfter(corrected(facts, facts[2]) ?? []);
    expect(found.filter(({ kind }) => kind === 'DETECTED_FROM_OUTSIDE')).toMatchObject([
      { state: 'SETTLED', settledBy: { type: 'FactCorrected' } },
    ]);
  });

  it('is settled by the correction also where the right fact was recorded after it', async () => {
    const short = held('2025-08-05', { minutes: 30 });
    const right = held('2025-08-05', { minutes: 95 });
    const history = wrongThenRight(short, right);
    const found = await allFindingsAfter(history);
    expect(found.filter(({ kind }) => kind === 'MEETING_TOO_SHORT')).toMatchObject([
      { state: 'SETTLED', settledBy: { type: 'FactCorrected' }, figures: { minutes: 30 } },
    ]);
  });

  it('is settled wherever it came from: a case in the year of a recognition, a missed meeting', async () => {
    const recognised = recorded(assessed(), opened, granted('2024-12-20'));
    expect(await allFindingsAfter(corrected(recognised, recognised[1]) ?? [])).toContainEqual(
      expect.objectContaining({ kind: 'RECOGNISED_WITH_OPEN_CASE', state: 'SETTLED' }),
    );
    const missed = on('2024-04-01', {
      type: 'MeetingMissed',
      data: { ...CELL, period: 'MONTH', month: 3 },
    });
    const [fact] = recorded(missed);
    expect(await allFindingsAfter(corrected(recorded(missed), fact) ?? [])).toMatchObject([
      { kind: 'MEETING_MISSED', state: 'SETTLED', settledBy: { type: 'FactCorrected' } },
    ]);
  });

  it('is open again when it is true again, and kept as it was settled when that comes to pass', async () => {
    const missed = on('2024-04-01', {
      type: 'MeetingMissed',
      data: { ...CELL, period: 'MONTH', month: 3 },
    });
    const history = wrongThenRight(missed, missed);
    expect(await allFindingsAfter(history)).toMatchObject([{ state: 'OPEN' }]);
    const met = recorded(missed, missed, missed, held('2024-03-05')).slice(3);
    expect(
      (await allFindingsAfter([...history, ...met])).filter(
        ({ kind }) => kind === 'MEETING_MISSED',
      ),
    ).toMatchObject([{ state: 'SETTLED', settledBy: { type: 'FactCorrected' } }]);
  });

  it('is settled by the revocation, where it is about a recognition', async () => {
    const revoked = on('2025-02-01', {
      type: 'RecognitionRevoked',
      data: { ...CELL, decidedBy: 'district' },
    });
    const questioned = on('2025-01-20', {
      type: 'RecognitionReviewRequired',
      data: { ...CELL, causes: ['e1'] },
    });
    const facts = [assessed(), opened, granted('2024-12-20'), questioned];
    expect(await findingsAfter('RECOGNISED_WITH_OPEN_CASE', ...facts)).toMatchObject([
      { state: 'OPEN' },
    ]);
    expect(await findingsAfter('RECOGNISED_WITH_OPEN_CASE', ...facts, revoked)).toMatchObject([
      { state: 'SETTLED', settledBy: { type: 'RecognitionRevoked' } },
    ]);
  });
});

describe('What came over live facts from a file', () => {
  it('is found where it is dated before them', async () => {
    const file = { importId: 'i', file: 'signals.csv', row: 2, key: 'k', digest: 'd' };
    const imported: ToRecord = {
      ...signal('2024-03-01', 'SELF'),
      circumstances: { source: { kind: 'IMPORT', ...file } },
    };
    const live = signal('2024-03-02', 'PRESS');
    expect(await findingsAfter('IMPORTED_OVER_LIVE', opened, live, imported)).toMatchObject([
      { figures: { source: 'SELF', recorded: 'PRESS' } },
    ]);
    expect(await findingsAfter('IMPORTED_OVER_LIVE', opened, imported, live)).toEqual([]);
  });
});

describe('A recognition upheld against the scorecard', () => {
  const upheld = (outcome: 'ELIGIBLE' | 'NOT_ELIGIBLE') =>
    on('2025-03-01', {
      type: 'RecognitionUpheld',
      data: { ...CELL, decidedBy: 'district', outcome },
    });

  it('is found', async () => {
    const facts = [assessed(), granted('2024-12-20')];
    expect(await findingsAfter('UPHELD_WHILE_FAILED', ...facts, upheld('ELIGIBLE'))).toEqual([]);
    expect(
      await findingsAfter('UPHELD_WHILE_FAILED', ...facts, upheld('NOT_ELIGIBLE')),
    ).toHaveLength(1);
  });
});

describe('A meeting', () => {
  it('with more than a fifth of the members on special duty is found', async () => {
    const away = (count: number) =>
      held('2024-03-05', {
        attendance: { expected: 8, specialDuty: Array.from({ length: count }, (_, n) => `m${n}`) },
      });
    expect(await findingsAfter('ATTENDANCE_IMPLAUSIBLE', away(2))).toEqual([]);
    expect(await findingsAfter('ATTENDANCE_IMPLAUSIBLE', away(3))).toMatchObject([
      { figures: { specialDuty: 3, members: 11 } },
    ]);
  });

  it('that was held and does not count is found', async () => {
    const short = held('2025-08-05', { minutes: 30 });
    expect(await findingsAfter('MEETING_INVALID', short)).toMatchObject([
      { month: 8, figures: { tooShort: true } },
    ]);
  });
});

describe('A year that was closed without all of its meetings', () => {
  const pledged = on('2024-01-15', {
    type: 'PledgeRegistered',
    data: { ...CELL, campaign: 'c1', framework: { id: 'f1', version: 1 }, items: [] },
  });
  const closed = on('2025-01-31', { type: 'PeriodClosed', data: CELL });
  const months = Array.from({ length: 11 }, (_, at) =>
    held(`2024-${String(at + 1).padStart(2, '0')}-05`, { kind: 'COMBINED' }),
  );

  it('is found month by month, whoever recorded it', async () => {
    const facts = [established('cell', 'c1'), pledged, ...months];
    expect(await findingsAfter('MEETING_MISSED', ...facts)).toEqual([]);
    expect(await findingsAfter('MEETING_MISSED', ...facts, closed)).toMatchObject([
      { month: 12, figures: { period: 'MONTH', month: 12 }, events: [{ type: 'PeriodClosed' }] },
    ]);
    const late = held('2024-12-05');
    expect(await findingsAfter('MEETING_MISSED', ...facts, closed, late)).toEqual([]);
  });
});
