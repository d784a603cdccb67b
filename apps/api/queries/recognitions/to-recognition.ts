import type { RecognitionDocument } from '#projections';
import type { RecognitionType } from './recognition.types';

export function toRecognition(
  document: RecognitionDocument,
  projectedThrough: string,
): RecognitionType {
  const {
    organisation: organisationId,
    standing: _standing,
    lineage: _lineage,
    ...rest
  } = document;
  return { organisationId, ...rest, projectedThrough };
}
