import { GRIEVANCE_FLAGS, MEETING_LEVELS, RATING_LEVELS, SIGNAL_SOURCES } from '#vocabulary';
import type { GrievanceFlag, MeetingLevel, RatingLevel, SignalSource } from '#vocabulary';

/** Everything that is counted for scorecards. */
export type Count =
  /** Organisations that are there in their own right, and not because of one below. */
  | { readonly name: 'present' }
  | { readonly name: 'rateable' | 'exempted' | 'suspended' | 'pledged' }
  | { readonly name: 'rated'; readonly level: RatingLevel }
  | { readonly name: 'unresolved' | 'opened'; readonly flags: readonly GrievanceFlag[] }
  | { readonly name: 'prohibited'; readonly standing: 'confirmed' | 'open' | 'selfRemedied' }
  /** By the source of the first signal of all. */
  | {
      readonly name: 'detected';
      readonly standing: 'confirmed' | 'open' | 'imported' | 'afterwards';
      readonly source: SignalSource;
    }
  | { readonly name: 'unremedied' }
  | { readonly name: 'target'; readonly state: 'assigned' | 'unconfirmed' | 'met' | 'exceeded' }
  | { readonly name: 'planItemDone' }
  | { readonly name: 'regular' | 'validRegular'; readonly month: number }
  | { readonly name: 'validThematic'; readonly quarter: number }
  | { readonly name: 'scored' | 'unscored' | 'prepared' | 'unprepared' | 'attended' | 'expected' }
  | { readonly name: 'level'; readonly level: MeetingLevel };

/** How often each count counts, by its key. */
export type Counters = Readonly<Record<string, number>>;

/** A count as documents name it; {@link countOf} is its inverse. */
export function keyOf(count: Count): string {
  const { name } = count;
  switch (name) {
    case 'rated':
    case 'level':
      return `${name}:${count.level}`;
    case 'unresolved':
    case 'opened':
      return `${name}:${joined(GRIEVANCE_FLAGS, count.flags)}`;
    case 'prohibited':
      return `${name}:${count.standing}`;
    case 'detected':
      return `${name}:${count.standing}:${count.source}`;
    case 'target':
      return `${name}:${count.state}`;
    case 'regular':
    case 'validRegular':
      return `${name}:${count.month}`;
    case 'validThematic':
      return `${name}:${count.quarter}`;
    default:
      return name;
  }
}

/** The counts of these names that occur in the counters, in the order of their keys. */
export function countsIn<Name extends Count['name']>(
  counters: Counters,
  ...names: readonly Name[]
): readonly { readonly count: Extract<Count, { name: Name }>; readonly n: number }[] {
  return Object.keys(counters)
    .filter((key) => names.some((name) => key === name || key.startsWith(`${name}:`)))
    .sort()
    .map((key) => ({
      count: countOf(key) as Extract<Count, { name: Name }>,
      n: counters[key] ?? 0,
    }));
}

export function countOf(key: string): Count {
  const [name = '', first = '', second = ''] = key.split(':');
  switch (name) {
    case 'present':
    case 'rateable':
    case 'exempted':
    case 'suspended':
    case 'pledged':
    case 'unremedied':
    case 'planItemDone':
    case 'scored':
    case 'unscored':
    case 'prepared':
    case 'unprepared':
    case 'attended':
    case 'expected':
      return { name };
    case 'rated':
      return { name, level: wordOf(RATING_LEVELS, first) };
    case 'level':
      return { name, level: wordOf(MEETING_LEVELS, first) };
    case 'unresolved':
    case 'opened':
      return { name, flags: wordsOf(GRIEVANCE_FLAGS, first) };
    case 'prohibited':
      return { name, standing: wordOf(['confirmed', 'open', 'selfRemedied'], first) };
    case 'detected':
      return {
        name,
        standing: wordOf(['confirmed', 'open', 'imported', 'afterwards'], first),
        source: wordOf(SIGNAL_SOURCES, second),
      };
    case 'target':
      return { name, state: wordOf(['assigned', 'unconfirmed', 'met', 'exceeded'], first) };
    case 'regular':
    case 'validRegular':
      return { name, month: Number(first) };
    case 'validThematic':
      return { name, quarter: Number(first) };
    default:
      throw new TypeError(`Not the key of a count: ${key}`);
  }
}

function wordOf<const Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((known) => known === text);
  if (word === undefined) throw new TypeError(`${text} is none of ${words.join(', ')}`);
  return word;
}

/** In the order in which the vocabulary lists them, so that equal sets have equal keys. */
function joined(words: readonly string[], named: readonly string[]): string {
  return words.filter((word) => named.includes(word)).join('+');
}

function wordsOf<const Word extends string>(words: readonly Word[], text: string): readonly Word[] {
  const named = text.split('+');
  return words.filter((word) => named.includes(word));
}

/** Whether it counts members, who are carried over with a merger; what an organisation did is not. */
export function isOfMembers(key: string): boolean {
  switch (countOf(key).name) {
    case 'rateable':
    case 'exempted':
    case 'suspended':
    case 'pledged':
    case 'rated':
      return true;
    default:
      return false;
  }
}
