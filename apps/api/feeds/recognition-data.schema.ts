import { z } from 'zod';
import { REGISTER_STATES, STREAK_LEVELS } from '#projections';
import { ORGANISATION_KINDS } from '#vocabulary';

/** As the register names them once decided; `UNDECIDED` where what was decided has been withdrawn as wrong. */
const STATE = z.enum(['UNDECIDED', ...REGISTER_STATES]).exclude(['OPENED', 'PROPOSED']);

const day = z.iso.date();

/** What a recognition event tells programs, so that they need not ask back; it names no person. */
export const RECOGNITION_DATA = z.strictObject({
  organisation: z
    .strictObject({
      id: z.string(),
      kind: z.enum(ORGANISATION_KINDS),
      name: z.string(),
      ancestors: z
        .array(z.string())
        .describe('The organisations above it when the event was recorded, nearest first.'),
    })
    .describe('Who is recognised, as known when the event was recorded.'),
  year: z.int(),
  state: STATE.describe('What the recognition is after this event.'),
  decision: z
    .strictObject({
      number: z.string(),
      decidedBy: z.string().describe('The organisation that decided.'),
      decidedOn: day.describe('The day in Vietnam.'),
      publishedOn: day.optional().describe('The day in Vietnam; absent while it is not published.'),
    })
    .optional()
    .describe('The decision that the event is about; absent where it was withdrawn as wrong.'),
  cause: z
    .strictObject({ events: z.array(z.string()) })
    .optional()
    .describe('The later events, by id, on account of which the decision is or was reviewed.'),
  streak: z
    .strictObject({
      level: z.enum(STREAK_LEVELS),
      from: z.int().describe('The first year.'),
      years: z.int().describe('How many in a row were reached when the event was recorded.'),
    })
    .optional()
    .describe('Years in a row, this one among them, in which it was rated at a level or better.'),
});

export type RecognitionData = z.infer<typeof RECOGNITION_DATA>;
