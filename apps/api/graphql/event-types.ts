import { EVENT_TYPES, RECOGNITION_EVENTS } from '#domain';
import { enumOf } from './enum-of';

/** `MeetingScoreConfirmed` → `Meeting score confirmed.` */
function inWords(type: string): string {
  const words = type.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words}.`;
}

export const EventTypeEnum = enumOf(
  'EventType',
  'Everything that can be recorded.',
  Object.fromEntries([...EVENT_TYPES, 'FactCorrected'].map((type) => [type, inWords(type)])),
);

export const RecognitionEventTypeEnum = enumOf(
  'RecognitionEventType',
  'What those who follow recognitions are told of.',
  Object.fromEntries(RECOGNITION_EVENTS.map((type) => [type, inWords(type)])),
);
