import { evolveRecognition, standingFacts, valueAt } from '#domain';
import type { Recognition, RecognitionEvent } from '#domain';
import type { EventLog } from '#event-log';
import { organisationAsOf } from '#projections';
import type { OrganisationDocument, StreakDocument, TimelineEntry } from '#projections';
import { localDateOf } from '#vocabulary';
import type { RecognitionData } from './recognition-data.schema';

/** Where the data of a recognition event is looked up. */
export interface RecognitionSources {
  readonly log: Pick<EventLog, 'readStreamSlice'>;
  organisation(id: string): Promise<OrganisationDocument | undefined>;
  streaks(organisation: string): Promise<readonly StreakDocument[]>;
}

type Told = Pick<
  TimelineEntry,
  'position' | 'stream' | 'revision' | 'effectiveAt' | 'organisations' | 'data'
>;

/** Told as known at the event, so that whoever is told of it again is told the same. */
export async function recognitionData(
  event: Told,
  sources: RecognitionSources,
): Promise<RecognitionData | undefined> {
  const { organisation, year } = event.data as { organisation: string; year: number };
  const [document, recognition, streaks] = await Promise.all([
    sources.organisation(organisation),
    recognitionAt(event, sources.log),
    sources.streaks(organisation),
  ]);
  const view = document && organisationAsOf(document, BigInt(event.position));
  if (view === undefined) return undefined;
  const { names, kinds } = view;
  const name = valueAt(names, event.effectiveAt) ?? names[0]?.value ?? '';
  const kind = valueAt(kinds, event.effectiveAt) ?? kinds[0]?.value;
  if (kind === undefined) return undefined;
  return {
    organisation: {
      id: organisation,
      kind,
      name,
      ancestors: event.organisations.filter((one) => one !== organisation),
    },
    year,
    ...standing(recognition),
    ...streakIn(streaks, year, BigInt(event.position)),
  };
}

async function recognitionAt(
  { stream, revision }: Told,
  log: RecognitionSources['log'],
): Promise<Recognition> {
  const events = await log.readStreamSlice(stream, 0, { maxCount: revision + 1 });
  return standingFacts(events).reduce<Recognition>(
    (state, { type, data, metadata: { effectiveAt } }) =>
      type in DECIDES
        ? evolveRecognition(state, { type, data, effectiveAt } as RecognitionFact)
        : state,
    { status: 'UNDECIDED', proposed: false },
  );
}

type RecognitionFact = Parameters<typeof evolveRecognition>[1];

/** The events of an assessment's stream that decide what the recognition is. */
const DECIDES: Readonly<Record<RecognitionEvent['type'], true>> = {
  RecognitionProposed: true,
  RecognitionGranted: true,
  RecognitionRefused: true,
  RecognitionPublished: true,
  RecognitionReviewRequired: true,
  RecognitionUpheld: true,
  RecognitionCorrected: true,
  RecognitionRevoked: true,
  RewardGranted: true,
};

function standing(recognition: Recognition): Pick<RecognitionData, 'state' | 'decision' | 'cause'> {
  if (recognition.status === 'UNDECIDED') return { state: 'UNDECIDED' };
  const { status, reviewed, number, decidedBy, decidedAt, publishedAt, causes } = recognition;
  return {
    state: status === 'GRANTED' ? (reviewed ?? status) : status,
    decision: {
      number,
      decidedBy,
      decidedOn: localDateOf(decidedAt),
      ...(publishedAt === undefined ? {} : { publishedOn: localDateOf(publishedAt) }),
    },
    ...(causes.length === 0 ? {} : { cause: { events: [...causes] } }),
  };
}

/** The longest that was reached by then and holds the year; of equally long ones, the one of the higher level. */
function streakIn(
  streaks: readonly StreakDocument[],
  year: number,
  position: bigint,
): Pick<RecognitionData, 'streak'> {
  const reached = streaks.flatMap(({ level, from, brokenBy, reached: steps }) => {
    const isBroken = brokenBy !== null && BigInt(brokenBy.position) <= position;
    const known = steps.filter(({ event }) => BigInt(event.position) <= position);
    const years = Math.max(0, ...known.map((step) => step.years));
    return isBroken || year < from || year >= from + years ? [] : [{ level, from, years }];
  });
  const [first, ...others] = reached;
  if (first === undefined) return {};
  return { streak: others.reduce((best, one) => (one.years > best.years ? one : best), first) };
}
