import { EVENT_TYPES } from '#domain';
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
