import { daysBetween, localDateOf } from '#vocabulary';
import type { RecognitionDocument } from '#projections';
import type { RecognitionType } from './recognition.types';

export function toRecognition(
  document: RecognitionDocument,
  projectedThrough: string,
): RecognitionType {
  const { organisation: organisationId, standing: _standing, reviews, ...rest } = document;
  return {
    organisationId,
    ...rest,
    allReviews: reviews,
    ...timeTaken(document),
    projectedThrough,
  };
}

/** From the opening of the assessment to the publication of what came of it, in days. */
function timeTaken({
  events,
  publishedAt,
}: RecognitionDocument): Pick<RecognitionType, 'daysToPublication'> {
  const opened = events.find(({ type }) => type === 'AssessmentOpened');
  if (opened === undefined || publishedAt === undefined) return {};
  return {
    daysToPublication: daysBetween(localDateOf(opened.effectiveAt), localDateOf(publishedAt)),
  };
}
