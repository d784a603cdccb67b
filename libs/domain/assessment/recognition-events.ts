import type { RecognitionEvent } from './recognition.state';

/** What those who follow recognitions are told of (access.md, section 3): decisions and what became of them. */
export const RECOGNITION_EVENTS = [
  'RecognitionGranted',
  'RecognitionRefused',
  'RecognitionPublished',
  'RecognitionReviewRequired',
  'RecognitionUpheld',
  'RecognitionCorrected',
  'RecognitionRevoked',
  'RewardGranted',
] as const satisfies readonly RecognitionEvent['type'][];

/** The type of one of them. */
export type FollowedEventType = (typeof RECOGNITION_EVENTS)[number];
