import type { EventLog } from '#event-log';
import { STREAK_LEVELS, STREAKS } from '#projections';
import type { StreakDocument } from '#projections';
import type { ReadModels, RequestLoaders } from '../queries/shared';
import type { RecognitionSources } from './recognition-data';

/** An organisation has a few streaks at each level in its life. */
const MOST_STREAKS = 200;

/** Looks up in the log and in the read models, which have come as far as the event. */
export function recognitionLookups(
  log: Pick<EventLog, 'readStreamSlice'>,
  readModels: ReadModels,
  loaders: Pick<RequestLoaders, 'organisations'>,
): RecognitionSources {
  return {
    log,
    organisation: async (id) => (await loaders.organisations.load(id))?.body,
    streaks: async (organisation) => {
      const { collection } = await readModels.read<StreakDocument>('streaks', STREAKS);
      const { items } = await collection.find({
        where: { level: { in: STREAK_LEVELS }, organisation },
        order: { index: 'level', direction: 'ascending' },
        limit: MOST_STREAKS,
      });
      return items.map(({ body }) => body);
    },
  };
}
