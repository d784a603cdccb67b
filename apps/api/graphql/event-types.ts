import { EVENT_TYPES, RECOGNITION_EVENTS } from '#domain';
import { enumOf } from './enum-of';

/** `MeetingScoreConfirmed` → `Meeting score confirmed.` */
function inWords(type: string): string {
  const words = type.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words}.`;
}

function meaningsOf(types: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(types.map((type) => [type, inWords(type)]));
}

export const EventTypeEnum = enumOf(
  'EventType',
  'Everything that can be recorded.',
  meaningsOf([...EVENT_TYPES, 'FactCorrected']),
);

export const RecognitionEventTypeEnum = enumOf(
  'RecognitionEventType',
  'What those who follow recognitions are told of.',
  meaningsOf(RECOGNITION_EVENTS),
);
