import type { DecisionSources } from '#commands';
import type { EventLog } from '#event-log';
import { PLEDGES, SCORECARDS, scorecardKey } from '#projections';
import type { PledgeDocument, ProjectionEngine, ScorecardDocument } from '#projections';

/** A decision may wait this long for the read models; then the command is answered as unavailable. */
const PATIENCE_MS = 30_000;
const MAX_CAMPAIGNS_A_YEAR = 100;

/** The read models could not be brought up to what is recorded in time. */
export class ReadModelsBehind extends Error {
  override readonly name = 'ReadModelsBehind';
}

/** What no single stream tells, read from the read models once they have everything recorded so far. */
export function decisionSources(
  log: Pick<EventLog, 'head'>,
  engine: Pick<ProjectionEngine, 'waitFor' | 'collection'>,
): DecisionSources {
  const upToDate = async (projection: string): Promise<void> => {
    const head = await log.head();
    if (head === undefined) return;
    const reached = await engine.waitFor(projection, head, PATIENCE_MS);
    if (!reached) throw new ReadModelsBehind(`The read model ${projection} is behind`);
  };
  return {
    async scorecard(organisation, year) {
      await upToDate('scorecards');
      const scorecards = await engine.collection<ScorecardDocument>(SCORECARDS);
      const { id } = scorecardKey(organisation, year);
      const body = (await scorecards.load([id])).get(id)?.body;
      return body === undefined || body === 'deleted' ? undefined : body.scorecard;
    },
    async campaignsPledged(organisation, year) {
      await upToDate('pledges');
      const pledges = await engine.collection<PledgeDocument>(PLEDGES);
      const { items } = await pledges.find({
        where: { organisation, year, by: 'ORGANISATION' },
        order: { index: 'organisation', direction: 'ascending' },
        limit: MAX_CAMPAIGNS_A_YEAR,
      });
      return items.flatMap(({ body }) => (body.state === 'WITHDRAWN' ? [] : [body.campaign]));
    },
  };
}
