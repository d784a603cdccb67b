import { z } from 'zod';
import type { TimelineEntry } from '#projections';

/** Of an event of another kind, the data is what was recorded. */
export const RECORDED_DATA = z.looseObject({});

/** An event as programs are told it: a CloudEvent 1.0 in structured JSON. */
export function cloudEventSchema(type: string, data: z.ZodType) {
  return z.strictObject({
    specversion: z.literal('1.0'),
    id: z.uuid().describe('The id of the event: the same whenever it is told.'),
    source: z
      .string()
      .regex(/^\/four-good\//)
      .describe('Names the log that holds it.'),
    type: z.literal(type),
    subject: z.string().optional().describe('`organisation/year`, or what of it there is.'),
    time: z.iso.datetime().describe('When it was recorded.'),
    datacontenttype: z.literal('application/json'),
    cursor: z.string().max(160).describe('The place behind it: `after` it, the feed goes on.'),
    effectiveat: z.iso.datetime({ offset: true }).describe('When it was true.'),
    data,
  });
}

export interface CloudEvent extends Omit<z.infer<ReturnType<typeof cloudEventSchema>>, 'data'> {
  readonly data: object;
}

export function cloudEventType({
  type,
  schemaVersion,
}: Pick<TimelineEntry, 'type' | 'schemaVersion'>): string {
  return `vn.four-good.${type}.v${schemaVersion}`;
}

interface Telling {
  readonly logId: string;
  readonly cursor: string;
  readonly data: object;
}

export function cloudEventOf(event: TimelineEntry, { logId, cursor, data }: Telling): CloudEvent {
  const subject = subjectOf(event.data);
  return {
    specversion: '1.0',
    id: event.id,
    source: `/four-good/${logId}`,
    type: cloudEventType(event),
    ...(subject === undefined ? {} : { subject }),
    time: event.recordedAt,
    datacontenttype: 'application/json',
    cursor,
    effectiveat: event.effectiveAt,
    data,
  };
}

function subjectOf(data: { readonly organisation?: unknown; readonly year?: unknown }) {
  const { organisation, year } = data;
  if (typeof organisation !== 'string') return undefined;
  return typeof year === 'number' ? `${organisation}/${year}` : organisation;
}
