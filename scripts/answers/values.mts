import { getNamedType, isEnumType } from 'graphql';
import type { GraphQLArgument, GraphQLInputField } from 'graphql';
import type { StoredEvent } from './checkout.mts';
import { isList, isObject } from './json.mts';
import type { Json } from './json.mts';

/** The data may name thousands; so many are asked about, spread over all. */
const MOST = 10;

/** What can be asked about recorded events: for each name of an argument, the values that occur in them. */
export class Values {
  private readonly found = new Map<string, Set<Json>>();

  constructor(events: readonly StoredEvent[]) {
    for (const { id, stream, type, data, metadata } of events) {
      this.add('event', id);
      this.add('stream', stream);
      this.add('types', type);
      this.collect(data);
      this.collect(metadata.tags ?? null);
      this.collect(metadata.actor ?? null, 'actor');
      this.add('correlation', metadata.correlationId ?? null);
      for (const [name, subject] of SUBJECTS_OF_STREAMS) {
        if (stream.startsWith(`${subject}-`)) this.add(name, stream.slice(subject.length + 1));
      }
    }
  }

  /** All of a name. */
  all(name: string): readonly Json[] {
    return [...(this.found.get(name) ?? [])];
  }

  /** What to ask an argument for. */
  for(argument: GraphQLArgument | GraphQLInputField): readonly Json[] {
    const type = getNamedType(argument.type);
    if (isEnumType(type)) return type.getValues().map(({ name }) => name);
    if (type.name === 'Boolean') return [true, false];
    const fixed = FIXED[argument.name];
    if (fixed !== undefined) return fixed;
    return spread(this.all(SAME_AS[argument.name] ?? argument.name), MOST);
  }

  private collect(value: Json, name = ''): void {
    if (isList(value)) for (const entry of value) this.collect(entry, name);
    else if (isObject(value)) {
      for (const [key, entry] of Object.entries(value)) {
        this.collect(entry, key === 'id' ? name : (PLURALS[key] ?? key));
      }
    } else this.add(name, value);
  }

  private add(name: string, value: Json): void {
    if (value === null) return;
    const values = this.found.get(name) ?? new Set();
    this.found.set(name, values.add(value));
  }
}

/** Streams whose name is that of a subject alone. */
const SUBJECTS_OF_STREAMS = [
  ['organisation', 'organisation'],
  ['member', 'member'],
  ['campaign', 'campaign'],
  ['case', 'case'],
  ['framework', 'framework'],
] as const;

const PLURALS: Readonly<Record<string, string>> = {
  organisations: 'organisation',
  members: 'member',
  cases: 'case',
};

const SAME_AS: Readonly<Record<string, string>> = {
  under: 'organisation',
  root: 'organisation',
  type: 'organisationType',
};

const FIXED: Readonly<Record<string, readonly Json[]>> = {
  version: [1, 2],
  atLeastYears: [2, 3, 5],
  search: ['khom', 'Chi bộ', 'DANG', 'không có'],
  failedRule: ['R-01', 'R-02', 'R-04', 'R-06', 'targets-met', 'meetings-scored'],
  good: ['POLITICAL_TASK', 'MEETING_QUALITY', 'SOLIDARITY_DISCIPLINE', 'CADRES_MEMBERS'],
  backdatedByAtLeastDays: [0, 30, 365],
  effectiveFrom: ['2024-06-01T00:00:00+07:00', '2025-01-01T00:00:00+07:00'],
  effectiveTo: ['2024-06-01T00:00:00+07:00', '2025-01-01T00:00:00+07:00'],
  recordedFrom: ['2000-01-01T00:00:00+07:00', '2100-01-01T00:00:00+07:00'],
  recordedTo: ['2000-01-01T00:00:00+07:00', '2100-01-01T00:00:00+07:00'],
  from: ['2000-01-01', '2024-06-01'],
  to: ['2100-01-01', '2024-09-30'],
};

/** At most so many, from the first to the last. */
export function spread<T>(values: readonly T[], most: number): readonly T[] {
  if (values.length <= most) return values;
  if (most === 1) return values.slice(-1);
  return Array.from(
    { length: most },
    (_, index) => values.slice(Math.round((index * (values.length - 1)) / (most - 1)))[0],
  ).filter((value) => value !== undefined);
}
