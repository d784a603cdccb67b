import { z } from 'zod';
import { EVENT_TYPES, RECOGNITION_EVENTS } from '#domain';
import type { RecordedType } from '#domain';
import type { HistoryFilter } from '#projections';
import { validQuery } from '../http/valid-query';

export const POLL_LIMITS = { events: 1_000, seconds: 60 } as const;
const DEFAULT_EVENTS = 100;

export interface Poll {
  readonly limit: number;
  readonly waitMs: number;
}

export interface FeedQuery {
  readonly after?: string;
  readonly filter: HistoryFilter;
  /** A page instead of a stream. */
  readonly poll?: Poll;
}

const wholeNumber = (least: number, most: number) =>
  z
    .string({ error: 'must be given once' })
    .regex(/^\d{1,4}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine(
      (number) => number >= least && number <= most,
      `must be a whole number from ${least} to ${most}`,
    );

const text = z.string({ error: 'must be given once' }).min(1, 'must not be empty');

const COMMON = {
  after: text.optional(),
  limit: wholeNumber(1, POLL_LIMITS.events).optional(),
  wait: wholeNumber(0, POLL_LIMITS.seconds).optional(),
};

const KNOWN_TYPES: ReadonlySet<string> = new Set([...EVENT_TYPES, 'FactCorrected']);

const types = text.transform((list, context): RecordedType[] => {
  const names = list.split(',');
  const unknown = names.find((name) => !KNOWN_TYPES.has(name));
  if (unknown !== undefined) context.addIssue(`${unknown} is no type of event`);
  return names as RecordedType[];
});

const RECOGNITIONS = z.strictObject(COMMON);
const EVENTS = z.strictObject({
  ...COMMON,
  organisation: text.optional(),
  types: types.optional(),
});

export function recognitionsQuery(query: unknown): FeedQuery {
  return { ...asked(validQuery(RECOGNITIONS, query)), filter: { types: RECOGNITION_EVENTS } };
}

/** What is asked of an organisation is asked of all that is below it. */
export function eventsQuery(query: unknown): FeedQuery {
  const { organisation, types: only, ...common } = validQuery(EVENTS, query);
  return {
    ...asked(common),
    filter: {
      ...(organisation === undefined ? {} : { organisation, includeBelow: true }),
      ...(only === undefined ? {} : { types: only }),
    },
  };
}

function asked({
  after,
  limit,
  wait,
}: z.infer<typeof RECOGNITIONS>): Pick<FeedQuery, 'after' | 'poll'> {
  const isPoll = limit !== undefined || wait !== undefined;
  return {
    ...(after === undefined ? {} : { after }),
    ...(isPoll ? { poll: { limit: limit ?? DEFAULT_EVENTS, waitMs: (wait ?? 0) * 1_000 } } : {}),
  };
}
