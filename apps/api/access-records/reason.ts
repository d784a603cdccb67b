import { brokenTextRule, canonicalText } from '#vocabulary';
import { validationFailed } from '../errors';

/** Why somebody looks: a header, and a field of `connectionParams`. */
export const REASON_HEADER = 'x-access-reason';
const MOST_CHARACTERS = 500;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * What was said of why, if anything. HTTP has no letters beyond Latin-1 in headers: they come percent-encoded, as
 * `encodeURIComponent` has them, or as the bytes of UTF-8.
 *
 * @throws ApiError `VALIDATION_FAILED`
 */
export function reasonIn(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): string | undefined {
  const given = headers[REASON_HEADER];
  if (given === undefined) return undefined;
  if (typeof given !== 'string') throw invalid('isText', 'must be given once');
  const reason = canonicalText(decoded(asUtf8(given))).trim();
  const broken = brokenTextRule(reason, { max: MOST_CHARACTERS, lines: false });
  if (broken !== undefined) {
    throw invalid(
      'isText',
      `must be one line of at most ${MOST_CHARACTERS} characters, without control characters`,
    );
  }
  return reason === '' ? undefined : reason;
}

function asUtf8(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  if (bytes.toString('latin1') !== text) return text;
  try {
    return UTF8.decode(bytes);
  } catch {
    return text;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('isEncoded', 'must be percent-encoded UTF-8, as encodeURIComponent writes it');
  }
}

function invalid(rule: string, message: string) {
  return validationFailed([{ field: REASON_HEADER, rule, message }]);
}
