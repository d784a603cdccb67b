import type { CriteriaFramework, Instant, MeetingId, MeetingKind } from '#vocabulary';
import type { Attendance } from '#domain';
import { MEETINGS, meetingsProjection } from '../../meetings';
import type { MeetingDocument } from '../../meetings';
import type { EventRef } from '#projection-engine';
import type { MembersThen } from './member.subject';
import { documentsOf } from '../../facts';
import type { KeptFact } from '../../facts';

/** A meeting that was held. */
export interface HeldMeeting {
  readonly document: MeetingDocument;
  readonly kind: MeetingKind;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly attendance: Attendance;
  readonly previousResolutionReviewed: boolean;
  readonly held: EventRef;
}

export interface MeetingSubject {
  /** Absent before it was held, and once it was cancelled. */
  readonly meeting: HeldMeeting | undefined;
  /** Of its organisation on that day, as far as they are known. */
  readonly members?: MembersThen;
}

/** A meeting under the rules of its organisation's year. */
export interface MeetingInYear extends MeetingSubject {
  readonly id: MeetingId;
  readonly framework: CriteriaFramework | undefined;
}

export function meetingSubject(facts: readonly KeptFact[]): MeetingSubject {
  return { meeting: heldMeetings(facts)[0] };
}

export function meetingsIn(facts: readonly KeptFact[]): readonly MeetingDocument[] {
  return documentsOf<MeetingDocument>(meetingsProjection, MEETINGS, facts);
}

/** In the order of time. */
export function heldMeetings(facts: readonly KeptFact[]): readonly HeldMeeting[] {
  return meetingsIn(facts).flatMap(asHeld).toSorted(byStart);
}

export function asHeld(document: MeetingDocument): readonly HeldMeeting[] {
  const { state, kind, startsAt, endsAt, held } = document;
  if (state !== 'HELD' || !held || kind === undefined) return [];
  if (startsAt === undefined || endsAt === undefined) return [];
  const { attendance, previousResolutionReviewed, event } = held;
  return [
    { document, kind, startsAt, endsAt, attendance, previousResolutionReviewed, held: event },
  ];
}

/** At the same time, the one of which something was recorded first. */
export function byStart(a: HeldMeeting, b: HeldMeeting): number {
  const difference = Date.parse(a.startsAt) - Date.parse(b.startsAt);
  return difference === 0 ? recordedAt(a) - recordedAt(b) : difference;
}

function recordedAt({ document }: HeldMeeting): number {
  return Number(document.events[0]?.position);
}

/** A combined sitting is the month's regular meeting, too. */
export function isRegular({ kind }: HeldMeeting): boolean {
  return kind === 'REGULAR' || kind === 'COMBINED';
}

/** A combined sitting is the quarter's thematic meeting, too. */
export function isThematic({ kind }: HeldMeeting): boolean {
  return kind === 'THEMATIC' || kind === 'COMBINED';
}
