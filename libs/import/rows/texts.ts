import { brokenIdRule, MAX_ID_LENGTH } from '#vocabulary';
import { notTaken, quoted, taken } from './reading';
import type { Reading } from './reading';

/** Lines are meant in a text; every other control character is an accident. */
const CONTROL = /(?!\n)\p{Cc}|\p{Cs}/u;

export function idOf(text: string): Reading<string> {
  if (text.length > MAX_ID_LENGTH) return tooLong(text, MAX_ID_LENGTH);
  if (brokenIdRule(text) === undefined) return taken(text);
  return notTaken(
    'NOT_AN_ID',
    `${quoted(text)} is no id: an id has no blanks and no control characters.`,
  );
}

export function textOf(text: string, max: number): Reading<string> {
  if (text.length > max) return tooLong(text, max);
  const found = CONTROL.exec(text)?.[0];
  if (found === undefined) return taken(text);
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const reason = `The text contains the character U+${code}, which is no part of a text.`;
  return notTaken('NOT_A_TEXT', reason);
}

function tooLong(text: string, max: number): Reading<never> {
  const reason = `${quoted(text)} has ${text.length} characters; at most ${max} are allowed.`;
  return notTaken('TEXT_TOO_LONG', reason);
}
