import { grantOfLog } from '#commands';
import { holdsAt } from '#domain';
import type { KnownGrant } from '#domain';
import type { EventLog } from '#event-log';
import { isAbsence, scan } from '#projection-engine';
import { GRANTS } from '#projections';
import type { GrantDocument } from '#projections';
import type { Actor } from '#vocabulary';
import { brokenIdRule } from '#vocabulary';
import { actsInNoRole, unavailable } from '../../errors';
import type { ReadModelsOfNow } from '../../queries/shared';

/** Of one person: far more than anybody holds at a time, ended ones included. */
const MOST = 200;

/**
 * In which role somebody acts who is known by name: one of the grants that hold now. Which ones there may be is told by
 * the read model; whether each holds, by the log: what was ended a moment ago gives nothing any more.
 */
export class GrantedActors {
  constructor(
    private readonly log: Pick<EventLog, 'readStreamSlice'>,
    private readonly readModels: ReadModelsOfNow,
    private readonly now: () => Date,
  ) {}

  /**
   * @param chosen the grant in which to act; not needed by who holds one
   * @throws ApiError `FORBIDDEN` when there is no such grant, or it has to be chosen
   */
  async actorOf(subject: string, chosen: string | undefined): Promise<Actor> {
    try {
      const holding = await this.holding(subject, chosen);
      const [grant, ...others] = holding;
      if (grant === undefined) throw noRole(chosen);
      if (others.length > 0) throw choiceOf(holding);
      return { id: subject, role: grant.role, organisation: grant.organisation };
    } catch (error) {
      throw isAbsence(error) ? unavailable() : error;
    }
  }

  /** Whether somebody holds a role now, whichever he chooses when he asks. */
  async holds({ id, role, organisation }: Actor): Promise<boolean> {
    const holding = await this.holding(id, undefined);
    return holding.some((grant) => grant.role === role && grant.organisation === organisation);
  }

  private async holding(
    subject: string,
    chosen: string | undefined,
  ): Promise<readonly KnownGrant[]> {
    const ids = chosen === undefined ? await this.grantsOf(subject) : [chosen];
    const now = this.now().toISOString();
    const states = await Promise.all(
      ids.filter((id) => brokenIdRule(id) === undefined).map((id) => grantOfLog(this.log, id)),
    );
    return states.filter(
      (state): state is KnownGrant =>
        state.status === 'GRANTED' && state.subject === subject && holdsAt(state, now),
    );
  }

  private async grantsOf(subject: string): Promise<readonly string[]> {
    const { collection } = await this.readModels.read<GrantDocument>('grants', GRANTS);
    const now = this.now().toISOString();
    const { items } = await scan(collection, {
      index: 'subject',
      where: { subject },
      direction: 'ascending',
      limit: MOST,
      matches: (document) => holdsAt(document, now),
    });
    return items.map(({ body }) => body.grant);
  }
}

/** The same for a grant of somebody else as for one that there is not. */
function noRole(chosen: string | undefined) {
  return actsInNoRole(
    chosen === undefined
      ? 'You are known, and no role that holds now is granted to you.'
      : 'The grant in x-acting-as is not one of yours that holds now.',
  );
}

function choiceOf(holding: readonly KnownGrant[]) {
  return actsInNoRole(
    'You hold several roles. Name the grant in which you act in the header x-acting-as.',
    {
      grants: holding.map(({ grant, role, organisation }) => ({ grant, role, organisation })),
    },
  );
}
