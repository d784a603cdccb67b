import type { Sentence } from '#vocabulary';
import type { FindingKind } from '../finding-kind';
import type { Figures } from '../finding.document';
import { CASE_SENTENCES } from './case.sentences';
import { MEETING_SENTENCES } from './meeting.sentences';
import { RATING_SENTENCES } from './rating.sentences';
import { RECOGNITION_SENTENCES } from './recognition.sentences';
import { RECONCILIATION_SENTENCES } from './reconciliation.sentences';

/** One sentence for each kind, so that none can be forgotten. */
export const FINDING_SENTENCES: Readonly<Record<FindingKind, (figures: Figures) => Sentence>> = {
  ...RECONCILIATION_SENTENCES,
  ...MEETING_SENTENCES,
  ...CASE_SENTENCES,
  ...RATING_SENTENCES,
  ...RECOGNITION_SENTENCES,
};
