import type { DecisionSources } from '#commands';
import type { Scorecard } from '#criteria';
import type { CaseId, OrganisationId } from '#vocabulary';
import type { CaseSubject } from '#domain';
import { LogUnavailable } from '#event-log';
import type { EventLog } from '#event-log';
import { CASES, SCORECARDS, scorecardKey } from '#projections';
import type { ProjectedModels } from '#projection-engine';
import type { CaseDocument, ScorecardDocument } from '#projections';

/** How long a decision waits for what it needs to know. */
const WAIT_MS = 30_000;
const MAX_CASES = 10_000;

/** The read-model queries of decisions, answered once everything recorded is counted. */
export class ReadModelSources implements DecisionSources {
  constructor(
    private readonly log: EventLog,
    private readonly models: ProjectedModels,
  ) {}

  async scorecard(organisation: OrganisationId, year: number): Promise<Scorecard | undefined> {
    await this.upToDate('scorecards');
    const { id } = scorecardKey(organisation, year);
    const scorecards = await this.models.collection<ScorecardDocument>(SCORECARDS);
    const body = (await scorecards.load([id])).get(id)?.body;
    return body === undefined || body === 'deleted' ? undefined : body.scorecard;
  }

  async casesOf(subject: CaseSubject): Promise<readonly CaseId[]> {
    await this.upToDate('cases');
    const cases = await this.models.collection<CaseDocument>(CASES);
    const { member } = subject;
    const { items } = await cases.find({
      where: member === undefined ? { organisation: subject.organisation } : { member },
      order: { index: member === undefined ? 'organisation' : 'member', direction: 'ascending' },
      limit: MAX_CASES,
    });
    return items.flatMap(({ body }) => (body.member === (member ?? null) ? [body.case] : []));
  }

  private async upToDate(projection: string): Promise<void> {
    const head = await this.log.head();
    if (head === undefined || (await this.models.waitFor(projection, head, WAIT_MS))) return;
    throw new LogUnavailable(`The read model ${projection} does not keep up with the log`);
  }
}
