import type { Decimal, Instant, MeetingId, MeetingKind, OrganisationId } from '#vocabulary';
import type { EvidenceRef } from '#criteria';
import { refOf } from './entries';
import { partOf } from './kept';
import type { FactsSubject } from './keys';

export interface MeetingDocument {
  readonly kind: 'meeting';
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly meeting: MeetingId;
  readonly held?: {
    readonly kind: MeetingKind;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly expected: number;
    readonly present: number;
    readonly event: EvidenceRef;
  };
  readonly documents?: { readonly postedAt: Instant; readonly event: EvidenceRef };
  readonly preparation?: { readonly heldAt: Instant; readonly event: EvidenceRef };
  readonly score?: {
    readonly points: Readonly<Record<string, Decimal>>;
    readonly event: EvidenceRef;
  };
  readonly cancelled?: true;
}

export function unknownMeeting({
  organisation,
  year,
  meeting,
}: Pick<MeetingDocument, 'organisation' | 'year' | 'meeting'>): MeetingDocument {
  return { kind: 'meeting', organisation, year, meeting };
}

function subject({
  data: { organisation, year, meeting },
}: {
  readonly data: Pick<MeetingDocument, 'organisation' | 'year' | 'meeting'>;
}): readonly FactsSubject[] {
  return [{ kind: 'meeting', organisation, year, meeting }];
}

export const meetingParts = [
  partOf<MeetingDocument>()({
    subjectsOf: subject,
    takes: {
      DocumentsPosted: (document, event) => ({
        ...document,
        documents: { postedAt: event.data.postedAt, event: refOf(event) },
      }),
      PreparatoryMeetingHeld: (document, event) => ({
        ...document,
        preparation: { heldAt: event.metadata.effectiveAt, event: refOf(event) },
      }),
      MeetingHeld: (document, event) => {
        const { kind, startsAt, endsAt, attendance } = event.data;
        const { expected, present } = attendance;
        return {
          ...document,
          held: { kind, startsAt, endsAt, expected, present, event: refOf(event) },
        };
      },
      MeetingScoreConfirmed: (document, event) => ({
        ...document,
        score: { points: event.data.scores, event: refOf(event) },
      }),
      MeetingCancelled: (document) => ({ ...document, cancelled: true }),
    },
    without: unknownMeeting,
  }),
];
