import type { RecordedFact } from '#projection-engine';
import type { MeetingEntry, YearDocument } from './documents';
import { refOf, withEntry } from './entries';

type MeetingFact = Extract<
  RecordedFact,
  {
    type:
      | 'DocumentsPosted'
      | 'PreparatoryMeetingHeld'
      | 'MeetingHeld'
      | 'MeetingScoreConfirmed'
      | 'MeetingCancelled';
  }
>;

export function applyToMeetings(
  meetings: YearDocument['meetings'],
  event: MeetingFact,
): YearDocument['meetings'] {
  const { meeting } = event.data;
  return withEntry(meetings, meeting, applyToMeeting(meetings[meeting] ?? {}, event));
}

function applyToMeeting(entry: MeetingEntry, event: MeetingFact): MeetingEntry {
  switch (event.type) {
    case 'DocumentsPosted':
      return { ...entry, documents: { postedAt: event.data.postedAt, event: refOf(event) } };
    case 'PreparatoryMeetingHeld':
      return {
        ...entry,
        preparation: { heldAt: event.metadata.effectiveAt, event: refOf(event) },
      };
    case 'MeetingHeld': {
      const { kind, startsAt, endsAt, attendance } = event.data;
      const { expected, present } = attendance;
      return {
        ...entry,
        held: { kind, startsAt, endsAt, expected, present, event: refOf(event) },
      };
    }
    case 'MeetingScoreConfirmed':
      return { ...entry, score: { points: event.data.scores, event: refOf(event) } };
    case 'MeetingCancelled':
      return { ...entry, cancelled: true };
  }
}
