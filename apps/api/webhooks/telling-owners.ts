import { authorise } from '#access';
import { RECOGNITION_EVENTS, scopeOf } from '#domain';
import type { RecordedEvent } from '#event-log';
import type { Registration, SigningKeys, Telling, Told } from '#webhooks';
import type { Viewer, Viewers } from '../access';
import type { ToldEvents } from '../feeds';
import type { Authentication } from '../identity';
import type { WebhookSecrets } from '../keys';

interface TellingOwnersOptions {
  readonly told: ToldEvents;
  readonly viewers: Pick<Viewers, 'of'>;
  readonly authentication: Pick<Authentication, 'holds'>;
  readonly secrets: WebhookSecrets;
  readonly now: () => Date;
}

/** Found out while an event was being told. */
class RoleOver extends Error {
  override readonly name = 'RoleOver';
}

/** Webhooks are told what their owners would be told if they asked themselves: looked up anew for each attempt. */
export class TellingOwners implements Telling {
  constructor(private readonly options: TellingOwnersOptions) {}

  async holdsRole({ owner }: Registration): Promise<boolean> {
    const { authentication, viewers } = this.options;
    const access = authorise(owner, { operation: 'Webhook.deliver', area: 'HISTORY' });
    if (access.kind === 'denied' || !(await authentication.holds(owner))) return false;
    return !(await viewers.of(owner).sight.isOver());
  }

  async tell(registration: Registration, event: RecordedEvent, signal: AbortSignal): Promise<Told> {
    const { told } = this.options;
    const viewer = () => this.viewerFor(registration);
    const filter = { types: RECOGNITION_EVENTS };
    try {
      const seen = await told.telling({ filter, viewer, signal }).select(event);
      // Cut short, it says nothing of what is seen.
      signal.throwIfAborted();
      if (seen === undefined || !(await this.isUnder(registration, event))) {
        return { kind: 'unseen' };
      }
      return { kind: 'told', body: JSON.stringify(seen) };
    } catch (error) {
      if (error instanceof RoleOver) return { kind: 'roleOver' };
      throw error;
    }
  }

  keysOf({ webhook, secrets }: Registration): readonly SigningKeys[] {
    const now = this.options.now().toISOString();
    return secrets
      .filter(({ until }) => until === undefined || now < until)
      .map(({ event }) => this.options.secrets.of(webhook, event));
  }

  /** @throws {RoleOver} */
  private async viewerFor(registration: Registration): Promise<Viewer> {
    if (!(await this.holdsRole(registration))) throw new RoleOver();
    return this.options.viewers.of(registration.owner);
  }

  private async isUnder({ owner, under }: Registration, { data }: RecordedEvent): Promise<boolean> {
    if (under === undefined) return true;
    const { sight } = this.options.viewers.of(owner);
    const found = await Promise.all(
      scopeOf(data as object).map((organisation) => sight.isAtOrBelow(organisation, under)),
    );
    return found.includes(true);
  }
}
