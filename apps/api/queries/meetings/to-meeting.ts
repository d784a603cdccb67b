import type { MeetingScores } from '#domain';
import { meetingScoreGaps } from '#projections';
import type { MeetingDocument } from '#projections';
import type { MeetingScoreType, MeetingType } from './meeting.types';

export function toMeeting(document: MeetingDocument, projectedThrough: string): MeetingType {
  const { meeting: id, organisation: organisationId, scoring, documents, preparation } = document;
  const { startsAtUtc: _sortable, cancelled: _cancelled, scheduledAt: _at, ...shown } = document;
  return {
    ...shown,
    document,
    id,
    organisationId,
    documentsPostedAt: documents?.postedAt,
    preparedAt: preparation?.heldAt,
    proposedScores: scoring.proposed.map(withScoreList),
    votedScore: scoring.voted && withScoreList(scoring.voted),
    confirmedScore: scoring.confirmed && withScoreList(scoring.confirmed),
    scoreGaps: meetingScoreGaps(scoring),
    projectedThrough,
  };
}

type WithScoreList<S> = Omit<S, 'scores'> & { readonly scores: readonly MeetingScoreType[] };

function withScoreList<S extends { readonly scores: MeetingScores }>(score: S): WithScoreList<S> {
  const scores = Object.entries(score.scores).map(([group, points]) => ({ group, points }));
  return { ...score, scores };
}
