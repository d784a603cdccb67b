import type { EventLog } from '#event-log';
import { openSqliteEventLog } from '#event-log/sqlite';
import { ProjectionEngine } from '#projection-engine';
import { history, Timeline, TIMELINE, timelineProjection } from '#projections';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface HistoryOptions {
  readonly log: string;
  /** Where the timeline is made. */
  readonly views: string;
}

export interface HistoryRequest {
  readonly pages: number;
}

const PAGE = 50;
const TYPES = ['MeetingHeld', 'MemberAdmitted'] as const;

/** The last events of two types below the first committee of a log, as a service finds them, without HTTP. */
servePart(async ({ log: path, views }: HistoryOptions) => {
  const now = () => new Date();
  const log = openSqliteEventLog({ path, clock: now, readOnly: true });
  const store = openSqliteDocumentStore({ path: views });
  const projections = [timelineProjection];
  const engine = new ProjectionEngine({
    log,
    store,
    projections,
    holder: 'bench',
    now,
    onStopped: (_, error) => {
      throw error;
    },
  });
  await engine.start();
  await engine.caughtUp();
  const timeline = new Timeline({
    postings: await engine.postings(TIMELINE),
    log,
    through: await engine.through('timeline'),
  });
  const filter = { organisation: await firstCommittee(log), includeBelow: true, types: TYPES };
  return {
    ready: undefined,
    ask: async ({ pages }: HistoryRequest): Promise<Round> => {
      const start = performance.now();
      for (let page = 0; page < pages; page += 1) {
        const { items } = await history(timeline, filter, { limit: PAGE, direction: 'descending' });
        if (items.length < PAGE) throw new Error('The committee has too little of a history');
      }
      return { units: pages, seconds: (performance.now() - start) / 1000 };
    },
    close: async () => {
      await engine.stop();
      await store.close();
      await log.close();
    },
  };
});

async function firstCommittee(log: EventLog): Promise<string> {
  for await (const { type, metadata } of log.readAll()) {
    const [, above] = metadata.tags.organisations;
    if (type === 'MeetingHeld' && above !== undefined) return above;
  }
  throw new Error('No meeting was held below a committee');
}
