import type { EvidenceRef } from '#criteria';

export type RecognitionState =
  'GRANTED' | 'REFUSED' | 'REVIEW_REQUIRED' | 'UPHELD' | 'CORRECTED' | 'REVOKED';

export interface RecognitionEntry {
  readonly state: RecognitionState;
  readonly event: EvidenceRef;
}
