import type { AccessRecord } from './access-record';
import type { AccessRecordQuery } from './access-record-store.port';

const concerning = (organisation: string) => `concerns/${organisation}`;
/** Of what is about all there is. */
const CONCERNS_ALL = concerning('');

/** By what a record is found. */
export function wordsOfRecord({ who, kind, subjects, concerns }: AccessRecord): readonly string[] {
  return [
    `who/${who}`,
    `kind/${kind}`,
    ...subjects.map((subject) => `subject/${subject}`),
    ...(concerns.length === 0 ? [CONCERNS_ALL] : concerns.map(concerning)),
  ];
}

/** What the words of a record have to be. */
export interface AskedWords {
  /** The narrowest: one of them, of which each is looked through in the order of the records; none for all records. */
  readonly anyOf: readonly string[] | undefined;
  /** All of these. */
  readonly allOf: readonly string[];
  /** And one of these. */
  readonly alsoAnyOf: readonly string[] | undefined;
}

/**
 * A page is read off the index of the narrowest word, and what else is asked for is looked up for each: it costs what the
 * page holds.
 */
export function wordsAskedFor({ filter, among }: AccessRecordQuery): AskedWords {
  const { who, kind, subjects } = filter;
  const asked = [
    ...(who === undefined ? [] : [`who/${who}`]),
    ...(kind === undefined ? [] : [`kind/${kind}`]),
  ];
  const seen = among === undefined ? undefined : [CONCERNS_ALL, ...among.map(concerning)];
  if (subjects !== undefined) {
    const anyOf = subjects.map((subject) => `subject/${subject}`);
    return { anyOf, allOf: asked, alsoAnyOf: seen };
  }
  if (seen !== undefined && who === undefined) {
    return { anyOf: seen, allOf: asked, alsoAnyOf: undefined };
  }
  const [first, ...allOf] = asked;
  return { anyOf: first === undefined ? undefined : [first], allOf, alsoAnyOf: seen };
}
