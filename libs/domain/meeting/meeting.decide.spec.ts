import { admitted, given, on, someTree } from '../testing';

const of = { meeting: 'b1', organisation: 'k1', year: 2024 };
const world = [...someTree(), admitted('m00001', 'k1'), admitted('m00002', 'k1')];
const times = {
  startsAt: '2024-03-04T19:00:00+07:00',
  endsAt: '2024-03-04T20:45:00+07:00',
} as const;
const sitting = {
  kind: 'REGULAR',
  ...times,
  attendance: {
    expected: 17,
    present: 15,
    excused: ['m00001'],
    unexcused: ['m00002'],
    specialDuty: [],
  },
  superiorAttended: false,
  previousResolutionReviewed: true,
} as const;
const scheduled = [
  ...world,
  on('2024-02-20', {
    type: 'MeetingScheduled',
    data: { ...of, kind: 'REGULAR', startsAt: times.startsAt },
  }),
];
const held = [...world, on(times.startsAt, { type: 'MeetingHeld', data: { ...of, ...sitting } })];
const cancelled = [...scheduled, on('2024-03-01', { type: 'MeetingCancelled', data: of })];

describe('Scheduling a meeting', () => {
  const schedule = {
    type: 'ScheduleMeeting',
    meeting: 'b1',
    organisation: 'k1',
    kind: 'REGULAR',
    startsAt: times.startsAt,
  } as const;

  it('counts it to the year in which it starts in Vietnam', () => {
    given(...world)
      .when({ ...schedule, startsAt: '2023-12-31T18:00:00Z' })
      .then({
        type: 'MeetingScheduled',
        data: { ...of, kind: 'REGULAR', startsAt: '2023-12-31T18:00:00Z' },
      });
  });

  it('happens once, for an organisation that exists', () => {
    given(...scheduled)
      .when(schedule)
      .thenRefused('ALREADY_EXISTS', { field: 'meeting' });
    given().when(schedule).thenRefused('ORGANISATION_UNKNOWN');
  });

  it('is refused for a year that cannot be meant', () => {
    given(...world)
      .when({ ...schedule, startsAt: '1024-03-04T19:00:00+07:00' })
      .thenRefused('VALUE_INVALID', { field: 'startsAt' });
  });
});

describe('Holding a meeting', () => {
  const hold = { type: 'HoldMeeting', meeting: 'b1', organisation: 'k1', ...sitting } as const;
  const attending = (change: Partial<typeof hold.attendance> | object) => ({
    ...hold,
    attendance: { ...hold.attendance, ...change },
  });

  it('is recorded, scheduled before or not', () => {
    for (const before of [world, scheduled]) {
      given(...before)
        .when(hold, { effectiveAt: times.endsAt })
        .then({ type: 'MeetingHeld', data: { ...of, ...sitting } });
    }
  });

  it('is recorded for the day on which it ended', () => {
    for (const effectiveAt of ['2024-03-03', '2024-03-05']) {
      given(...world)
        .when(hold, { effectiveAt })
        .thenRefused('OUT_OF_ORDER', { details: { on: effectiveAt, otherOn: '2024-03-04' } });
    }
  });

  it('happens once, and not to a cancelled meeting', () => {
    given(...held)
      .when(hold)
      .thenRefused('ALREADY_EXISTS', { field: 'meeting' });
    given(...cancelled)
      .when(hold)
      .thenRefused('MEETING_CANCELLED');
  });

  it('is refused to another organisation than the one that scheduled it', () => {
    given(...scheduled)
      .when({ ...hold, organisation: 'k2' })
      .thenRefused('MEETING_OF_ANOTHER_ORGANISATION', { details: { organisation: 'k1' } });
  });

  it('ends after it starts, and not in the future', () => {
    given(...world)
      .when({ ...hold, endsAt: hold.startsAt })
      .thenRefused('VALUE_INVALID', { field: 'endsAt' });
    given(...world)
      .when(hold, { effectiveAt: times.startsAt, now: '2024-03-04T20:00:00+07:00' })
      .thenRefused('EFFECTIVE_IN_FUTURE', { field: 'endsAt' });
  });

  it('needs an organisation that existed when it started', () => {
    given(...world)
      .when({ ...hold, startsAt: '1999-12-31T19:00:00+07:00' })
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN', { field: 'startsAt' });
  });

  it('has no more present than expected, and counts in whole numbers', () => {
    given(...world)
      .when(attending({ present: 18 }))
      .thenRefused('ATTENDANCE_IMPOSSIBLE', {
        rule: 'R-11',
        details: { present: 18, expected: 17 },
      });
    given(...world)
      .when(attending({ present: 16 }))
      .thenRefused('ATTENDANCE_IMPOSSIBLE', {
        field: 'attendance',
        details: { present: 16, excused: 1, unexcused: 1, expected: 17 },
      });
    given(...world)
      .when(attending({ expected: -1 }))
      .thenRefused('VALUE_INVALID', { field: 'attendance.expected' });
    given(...world)
      .when(attending({ present: 1.5 }))
      .thenRefused('VALUE_INVALID', { field: 'attendance.present' });
  });

  it('lists each member once, and only known ones', () => {
    given(...world)
      .when(attending({ specialDuty: ['m00001'] }))
      .thenRefused('LISTED_TWICE', { field: 'attendance', details: { value: 'm00001' } });
    given(...world)
      .when(attending({ excused: ['m00009'] }))
      .thenRefused('MEMBER_UNKNOWN', { details: { member: 'm00009' } });
  });
});

describe('Before and after a meeting', () => {
  const post = { type: 'PostDocuments', meeting: 'b1' } as const;
  const prepare = { type: 'HoldPreparatoryMeeting', meeting: 'b1' } as const;
  const cancel = { type: 'CancelMeeting', meeting: 'b1' } as const;
  const posted = {
    type: 'DocumentsPosted',
    data: { ...of, postedAt: '2024-03-02T00:00:00+07:00' },
  } as const;
  const prepared = { type: 'PreparatoryMeetingHeld', data: of } as const;

  it('documents and preparation are recorded once, also afterwards', () => {
    for (const before of [scheduled, held]) {
      given(...before)
        .when(post, { effectiveAt: '2024-03-02' })
        .then(posted);
      given(...before)
        .when(prepare, { effectiveAt: '2024-03-04' })
        .then(prepared);
    }
    given(...held, on('2024-03-02', posted))
      .when(post)
      .thenRefused('ALREADY_DONE');
    given(...held, on('2024-03-02', prepared))
      .when(prepare)
      .thenRefused('ALREADY_DONE');
  });

  it('documents and preparation come before it, what it adopts after it, by day', () => {
    for (const command of [post, prepare]) {
      given(...held)
        .when(command, { effectiveAt: '2024-03-05' })
        .thenRefused('OUT_OF_ORDER', {
          field: 'effectiveAt',
          details: { fact: 'MeetingHeld', on: '2024-03-04', otherOn: '2024-03-05' },
        });
    }
    given(...held)
      .when({ type: 'AdoptMinutes', meeting: 'b1' }, { effectiveAt: '2024-03-03' })
      .thenRefused('OUT_OF_ORDER', { details: { fact: 'MinutesAdopted', other: 'MeetingHeld' } });
  });

  it('nothing is recorded of an unknown or cancelled meeting', () => {
    for (const command of [post, prepare, cancel]) {
      given(...world)
        .when(command)
        .thenRefused('NOT_RECORDED', { field: 'meeting' });
      given(...cancelled)
        .when(command)
        .thenRefused('MEETING_CANCELLED');
    }
  });

  it('a meeting is cancelled while it was not held', () => {
    given(...scheduled)
      .when(cancel)
      .then({ type: 'MeetingCancelled', data: of });
    given(...held)
      .when(cancel)
      .thenRefused('NOT_IN_THIS_STATE', { details: { status: 'HELD' } });
  });
});

describe('What a meeting decides', () => {
  const vote = { subject: 'Work plan', votesFor: 14, votesAgainst: 0, abstentions: 1 };
  const takeVote = { type: 'TakeVote', meeting: 'b1', ...vote } as const;
  const resolution = { resolution: '3-NQ/CB', title: 'Work plan' };
  const adopt = { type: 'AdoptResolution', meeting: 'b1', ...resolution } as const;
  const minutes = { type: 'AdoptMinutes', meeting: 'b1' } as const;

  it('is recorded of a meeting held', () => {
    given(...held)
      .when(takeVote)
      .then({ type: 'VoteTaken', data: { ...of, ...vote } });
    given(...held)
      .when(adopt)
      .then({ type: 'ResolutionAdopted', data: { ...of, ...resolution } });
    given(...held)
      .when(minutes)
      .then({ type: 'MinutesAdopted', data: of });
  });

  it('is refused before the meeting is held', () => {
    for (const command of [takeVote, adopt, minutes]) {
      given(...scheduled)
        .when(command)
        .thenRefused('MEETING_NOT_HELD');
    }
  });

  it('counts votes in whole numbers from 0', () => {
    for (const field of ['votesFor', 'votesAgainst', 'abstentions'] as const) {
      given(...held)
        .when({ ...takeVote, [field]: -1 })
        .thenRefused('VALUE_INVALID', { field });
    }
  });

  it('is a resolution with a number of its own', () => {
    given(...held, on('2024-03-04', { type: 'ResolutionAdopted', data: { ...of, ...resolution } }))
      .when(adopt)
      .thenRefused('ALREADY_DONE', { field: 'resolution' });
    given(...held)
      .when({ ...adopt, resolution: '' })
      .thenRefused('VALUE_INVALID', { field: 'resolution' });
  });

  it('has its minutes adopted once', () => {
    given(...held, on('2024-03-05', { type: 'MinutesAdopted', data: of }))
      .when(minutes)
      .thenRefused('ALREADY_DONE');
  });
});
