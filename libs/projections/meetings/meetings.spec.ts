import { on } from '#domain/testing';
import { documentIn, eventId, recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { meetingDocumentId, MEETINGS, meetingsProjection } from '.';
import type { MeetingDocument } from '.';

const OF = { meeting: 'k1', organisation: 'cell', year: 2024 };
const STARTS = '2024-03-03T08:00:00+07:00';

const scheduled = on('2024-02-20', {
  type: 'MeetingScheduled',
  data: { ...OF, kind: 'REGULAR', startsAt: '2024-03-02T08:00:00+07:00' },
});
const held = on(STARTS, {
  type: 'MeetingHeld',
  data: {
    ...OF,
    kind: 'COMBINED',
    startsAt: STARTS,
    endsAt: '2024-03-03T10:00:00+07:00',
    attendance: {
      expected: 20,
      present: 18,
      excused: ['m00001'],
      unexcused: ['m00002'],
      specialDuty: [],
    },
    superiorAttended: true,
    previousResolutionReviewed: true,
  },
});

function meeting(...facts: readonly ToRecord[]): MeetingDocument | undefined {
  const key = { collection: MEETINGS, id: meetingDocumentId('k1') };
  return documentIn(meetingsProjection, recorded(...facts), key);
}

describe('a meeting', () => {
  it('shows what was prepared, who was absent, and what was voted and resolved', () => {
    const document = meeting(
      scheduled,
      on('2024-03-01', {
        type: 'DocumentsPosted',
        data: { ...OF, postedAt: '2024-03-01T08:00:00+07:00' },
      }),
      on('2024-03-02', { type: 'PreparatoryMeetingHeld', data: OF }),
      held,
      on(STARTS, {
        type: 'VoteTaken',
        data: { ...OF, subject: 'plan', votesFor: 17, votesAgainst: 0, abstentions: 1 },
      }),
      on(STARTS, {
        type: 'ResolutionAdopted',
        data: { ...OF, resolution: '3-NQ/CB', title: 'March' },
      }),
      on('2024-03-04', { type: 'MinutesAdopted', data: OF }),
    );
    expect(document).toMatchObject({
      state: 'HELD',
      kind: 'COMBINED',
      startsAt: STARTS,
      startsAtUtc: '2024-03-03T01:00:00.000Z',
      documents: { postedAt: '2024-03-01T08:00:00+07:00' },
      preparation: { event: { event: eventId(2) } },
      held: { attendance: { present: 18, excused: ['m00001'], unexcused: ['m00002'] } },
      votes: [{ votesFor: 17 }],
      resolutions: [{ resolution: '3-NQ/CB' }],
      minutesAdopted: { event: eventId(6) },
    });
  });

  it('keeps the score proposed, voted and confirmed apart (R-12)', () => {
    const document = meeting(
      held,
      on('2024-03-04', {
        type: 'MeetingScoreProposed',
        data: { ...OF, scores: { ATTENDANCE: '20' } },
      }),
      on('2024-03-05', {
        type: 'MeetingScoreProposed',
        data: { ...OF, scores: { ATTENDANCE: '19' } },
      }),
      on('2024-03-05', {
        type: 'MeetingScoreVoted',
        data: { ...OF, votesFor: 17, votesTotal: 18 },
      }),
      on('2024-03-10', {
        type: 'MeetingScoreConfirmed',
        data: { ...OF, scores: { ATTENDANCE: '15' }, confirmedBy: 'delegate' },
      }),
    );
    expect(document?.scoring).toMatchObject({
      proposed: [{ scores: { ATTENDANCE: '20' } }, { scores: { ATTENDANCE: '19' } }],
      voted: { scores: { ATTENDANCE: '19' }, votesFor: 17, votesTotal: 18 },
      confirmed: { scores: { ATTENDANCE: '15' }, confirmedBy: 'delegate' },
    });
  });

  it('may be cancelled', () => {
    const cancelled = on('2024-03-01', { type: 'MeetingCancelled', data: OF });
    expect(meeting(scheduled, cancelled)).toMatchObject({
      state: 'CANCELLED',
      cancelled: { event: eventId(1) },
    });
  });
});
