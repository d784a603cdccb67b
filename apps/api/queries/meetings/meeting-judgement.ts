import { meetingLevel, shortcomingsOf } from '#criteria';
import type { MeetingShortcoming } from '#criteria';
import { publishedDefinition } from '#projections';
import type { MeetingDocument } from '#projections';
import { sumOf } from '#vocabulary';
import type { Decimal, MeetingLevel, MeetingScale } from '#vocabulary';
import type { RequestLoaders } from '../shared';

/** What a meeting is worth by the scale of the framework of its organisation's year. */
export interface MeetingJudgement {
  readonly totalPoints?: Decimal;
  readonly level?: MeetingLevel;
  readonly valid?: boolean;
  readonly invalidBecause: readonly MeetingShortcoming[];
}

/** By the framework that the scorecard of the year is held against. */
export async function judged(
  meeting: MeetingDocument,
  { scorecards, frameworks }: RequestLoaders,
): Promise<MeetingJudgement> {
  const scorecard = await scorecards.load(meeting);
  const ref = scorecard?.body.scorecard.framework;
  const framework = ref && (await frameworks.load(ref));
  return judgementOf(meeting, framework && publishedDefinition(framework.body)?.meetingScale);
}

/** Points as confirmed; a level only where there is a scale, and validity only of what was held. */
function judgementOf(
  { kind, startsAt, endsAt, held, documents, scoring }: MeetingDocument,
  scale: MeetingScale | undefined,
): MeetingJudgement {
  const scores = scoring.confirmed?.scores;
  const points = scores && {
    totalPoints: sumOf(Object.values(scores)),
    ...(scale && { level: meetingLevel(scale, scores) }),
  };
  if (!held || kind === undefined || startsAt === undefined || endsAt === undefined) {
    return { ...points, invalidBecause: [] };
  }
  const { expected } = held.attendance;
  const invalidBecause = shortcomingsOf(scale, {
    kind,
    startsAt,
    endsAt,
    expected,
    ...(documents && { documents }),
  });
  return { ...points, valid: invalidBecause.length === 0, invalidBecause };
}
