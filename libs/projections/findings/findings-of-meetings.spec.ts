import { on } from '#domain/testing';
import type { MeetingScores } from '#domain';
import type { ToRecord } from '#projection-engine/testing';
import { frameworkOfEverything, published } from '../scorecards/testing';
import { assessed, CELL, established, findingsAfter, held, meeting } from './testing';

const MARCH = '2024-03-05';

function scored(
  type: 'MeetingScoreProposed' | 'MeetingScoreConfirmed',
  scores: MeetingScores,
  date = MARCH,
): ToRecord {
  const data = { ...meeting(date), scores };
  return type === 'MeetingScoreProposed'
    ? on(date, { type, data })
    : on(date, { type, data: { ...data, confirmedBy: 'delegate' } });
}

function monthly(...months: readonly number[]): readonly string[] {
  return months.map((month) => `2024-${String(month).padStart(2, '0')}-05`);
}

describe('a month or quarter without its meeting', () => {
  const month = on('2024-04-01', {
    type: 'MeetingMissed',
    data: { ...CELL, period: 'MONTH', month: 3 },
  });
  const quarter = on('2024-04-01', {
    type: 'MeetingMissed',
    data: { ...CELL, period: 'QUARTER', quarter: 1 },
  });

  it('is found for each month and quarter', async () => {
    const found = await findingsAfter('MEETING_MISSED', month, quarter);
    expect(found.map(({ figures }) => figures)).toEqual([
      { period: 'MONTH', month: 3 },
      { period: 'QUARTER', quarter: 1 },
    ]);
  });

  it('is not found once a meeting of then is recorded after all', async () => {
    expect(await findingsAfter('MEETING_MISSED', month, held(MARCH))).toEqual([]);
    const combined = held(MARCH, { kind: 'COMBINED' });
    expect(await findingsAfter('MEETING_MISSED', month, quarter, combined)).toEqual([]);
    expect(await findingsAfter('MEETING_MISSED', month, held('2024-04-05'))).toHaveLength(1);
  });
});

describe('a month or quarter after the end of the organisation', () => {
  const missed = (month: number): ToRecord =>
    on('2024-08-31', { type: 'MeetingMissed', data: { ...CELL, period: 'MONTH', month } });
  const ended = on('2024-04-15', {
    type: 'OrganisationDissolved',
    data: { organisation: CELL.organisation },
  });

  const pledged = on('2024-01-15', {
    type: 'PledgeRegistered',
    data: { ...CELL, campaign: 'c1', framework: { id: 'f1', version: 1 }, items: [] },
  });

  it('is not found any more once the end is told', async () => {
    const facts = [established(CELL.organisation), pledged, missed(3), missed(5)];
    expect(await findingsAfter('MEETING_MISSED', ...facts)).toHaveLength(2);
    const found = await findingsAfter('MEETING_MISSED', ...facts, ended);
    expect(found.map(({ figures }) => figures)).toEqual([{ period: 'MONTH', month: 3 }]);
  });
});

/** Under a framework that says what a meeting must be, as national guidance does from July 2025 on. */
const underFramework = [
  published({
    ...frameworkOfEverything('f1'),
    meetingScale: {
      groups: [],
      bands: [],
      validity: { minimumMinutes: 60, minimumMinutesCombined: 100, documentsDaysBefore: 2 },
    },
  }),
  assessed(),
];

describe('a meeting that was too short (R-10)', () => {
  it('is found below the minimum of its kind, by the framework', async () => {
    const regular = held(MARCH, { minutes: 59 });
    expect(await findingsAfter('MEETING_TOO_SHORT', ...underFramework, regular)).toMatchObject([
      { meeting: 'meeting-2024-03-05', year: 2024, figures: { minutes: 59, required: 60 } },
    ]);
    const combined = held(MARCH, { kind: 'COMBINED', minutes: 99 });
    expect(await findingsAfter('MEETING_TOO_SHORT', ...underFramework, combined)).toHaveLength(1);
  });

  it('is found below the national minimum, from when there is one', async () => {
    const regular = held('2025-08-05', { minutes: 89 });
    expect(await findingsAfter('MEETING_TOO_SHORT', regular)).toMatchObject([
      { figures: { minutes: 89, required: 90 } },
    ]);
    const combined = held('2025-08-05', { kind: 'COMBINED', minutes: 119 });
    expect(await findingsAfter('MEETING_TOO_SHORT', combined)).toHaveLength(1);
  });

  it('is not found from the minimum on, nor where there was none', async () => {
    const enough = held(MARCH, { minutes: 60 });
    expect(await findingsAfter('MEETING_TOO_SHORT', ...underFramework, enough)).toEqual([]);
    const combined = held('2025-08-05', { kind: 'COMBINED', minutes: 120 });
    expect(await findingsAfter('MEETING_TOO_SHORT', combined)).toEqual([]);
    expect(await findingsAfter('MEETING_TOO_SHORT', held(MARCH, { minutes: 20 }))).toEqual([]);
  });
});

describe('documents that came late (R-10)', () => {
  const AUGUST = '2025-08-05';
  const posted = (date: string): ToRecord =>
    on(date, {
      type: 'DocumentsPosted',
      data: { ...meeting(AUGUST), postedAt: `${date}T20:00:00+07:00` },
    });

  it('are found on the day itself, and where there were none', async () => {
    const found = await findingsAfter('DOCUMENTS_LATE', posted(AUGUST), held(AUGUST));
    expect(found).toMatchObject([{ figures: { daysBefore: 0, required: 1 } }]);
    expect(await findingsAfter('DOCUMENTS_LATE', held(AUGUST))).toMatchObject([
      { figures: { daysBefore: null } },
    ]);
    expect(await findingsAfter('DOCUMENTS_LATE', ...underFramework, held(MARCH))).toMatchObject([
      { figures: { daysBefore: null, required: 2 } },
    ]);
  });

  it('are not found a day before, nor where nothing was asked', async () => {
    expect(await findingsAfter('DOCUMENTS_LATE', posted('2025-08-04'), held(AUGUST))).toEqual([]);
    expect(await findingsAfter('DOCUMENTS_LATE', held(MARCH))).toEqual([]);
  });
});

describe('a regular meeting without a preparatory meeting', () => {
  const prepared = (date: string): ToRecord =>
    on(date, { type: 'PreparatoryMeetingHeld', data: meeting(MARCH) });

  it('is found, also when that came afterwards', async () => {
    expect(await findingsAfter('MEETING_NOT_PREPARED', held(MARCH))).toHaveLength(1);
    expect(
      await findingsAfter('MEETING_NOT_PREPARED', held(MARCH), prepared('2024-03-06')),
    ).toMatchObject([{ figures: { preparedAfterwards: true } }]);
  });

  it('is not found when it was prepared, or when it is a thematic one', async () => {
    expect(await findingsAfter('MEETING_NOT_PREPARED', prepared(MARCH), held(MARCH))).toEqual([]);
    const thematic = held(MARCH, { kind: 'THEMATIC' });
    expect(await findingsAfter('MEETING_NOT_PREPARED', thematic)).toEqual([]);
  });
});

describe('low attendance (R-11)', () => {
  it('is found up to 85 %, and when somebody is absent without a reason', async () => {
    const low = held(MARCH, { attendance: { expected: 20, present: 17 } });
    expect(await findingsAfter('ATTENDANCE_LOW', low)).toMatchObject([
      { figures: { present: 17, expected: 20, unexcused: 0 } },
    ]);
    const absent = held(MARCH, { attendance: { present: 19, unexcused: ['m00001'] } });
    expect(await findingsAfter('ATTENDANCE_LOW', absent)).toHaveLength(1);
  });

  it('is not found above 85 %', async () => {
    const enough = held(MARCH, { attendance: { expected: 20, present: 18, excused: ['m00001'] } });
    expect(await findingsAfter('ATTENDANCE_LOW', enough)).toEqual([]);
  });
});

describe('a member who is excused again and again (R-11)', () => {
  const excused = { attendance: { excused: ['m00001'] } };

  it('is found after more than three regular meetings in a row', async () => {
    const facts = monthly(1, 2, 3, 4).map((date) => held(date, excused));
    expect(await findingsAfter('EXCUSED_IN_A_ROW', ...facts)).toMatchObject([
      { member: 'm00001', figures: { times: 4, allowed: 3 } },
    ]);
  });

  it('is not found after three, nor when he or she came in between', async () => {
    const three = monthly(1, 2, 3).map((date) => held(date, excused));
    expect(await findingsAfter('EXCUSED_IN_A_ROW', ...three)).toEqual([]);
    const after = monthly(5, 6, 7).map((date) => held(date, excused));
    const facts = [...three, held('2024-04-05'), ...after];
    expect(await findingsAfter('EXCUSED_IN_A_ROW', ...facts)).toEqual([]);
  });
});

describe('scores that are all alike', () => {
  const alike = (points: string, ...months: readonly number[]): readonly ToRecord[] =>
    monthly(...months).flatMap((date) => [
      held(date),
      scored('MeetingScoreConfirmed', { ATTENDANCE: points }, date),
    ]);

  it('are found from six in a row on', async () => {
    const facts = [...alike('20', 1, 2, 3, 4, 5), ...alike('20.0', 6)];
    expect(await findingsAfter('SCORES_ALL_ALIKE', ...facts)).toMatchObject([
      { figures: { meetings: 6, scored: 6 } },
    ]);
  });

  it('are not found with another score among them', async () => {
    const facts = [...alike('20', 1, 2, 3), ...alike('19', 4), ...alike('20', 5, 6, 7)];
    expect(await findingsAfter('SCORES_ALL_ALIKE', ...facts)).toEqual([]);
  });
});

describe('a score that was lowered (R-12)', () => {
  const proposed = scored('MeetingScoreProposed', { ATTENDANCE: '20', MINUTES: '15.5' });

  it('is found from ten points on', async () => {
    const confirmed = scored('MeetingScoreConfirmed', { ATTENDANCE: '20', MINUTES: '5.5' });
    expect(
      await findingsAfter('MEETING_SCORE_LOWERED', held(MARCH), proposed, confirmed),
    ).toMatchObject([{ figures: { proposed: '35.5', confirmed: '25.5', gap: '10' } }]);
  });

  it('is not found below', async () => {
    const confirmed = scored('MeetingScoreConfirmed', { ATTENDANCE: '20', MINUTES: '5.6' });
    expect(await findingsAfter('MEETING_SCORE_LOWERED', held(MARCH), proposed, confirmed)).toEqual(
      [],
    );
  });
});

describe('a resolution that nobody came back to', () => {
  const adopted = on(MARCH, {
    type: 'ResolutionAdopted',
    data: { ...meeting(MARCH), resolution: '3-NQ/CB', title: 'March' },
  });

  it('is found when later regular meetings did not review it', async () => {
    const later = held('2024-04-05', { reviewed: false });
    expect(
      await findingsAfter('RESOLUTION_NOT_REVIEWED', held(MARCH), adopted, later),
    ).toMatchObject([{ figures: { resolution: '3-NQ/CB', meetingsSince: 1 } }]);
  });

  it('is not found when one did, or when there was none yet', async () => {
    const later = held('2024-04-05');
    expect(await findingsAfter('RESOLUTION_NOT_REVIEWED', held(MARCH), adopted, later)).toEqual([]);
    expect(await findingsAfter('RESOLUTION_NOT_REVIEWED', held(MARCH), adopted)).toEqual([]);
  });
});
