import { CommandRefused, nameBasedUuids } from '#commands';
import type { CommandGateway } from '#commands';
import type { DomainCommand } from '#domain';
import type { ProjectedModels } from '#projection-engine';
import { toPosition } from '#event-log';
import { PROCESS_ROLE } from '#vocabulary';
import type { Endings, Registration } from '#webhooks';

interface RecordedEndingsOptions {
  readonly gateway: Pick<CommandGateway, 'execute'>;
  readonly models: Pick<ProjectedModels, 'waitFor'>;
  readonly now: () => Date;
}

const NAME = 'webhooks';
const commandIds = nameBasedUuids('0d6f5d4e-8c0f-5b0a-9a34-2f8c7b1f6e21');
const WAIT_MS = 2_000;

/** What a receiver's answers end is recorded by the service itself, with the event that it was about as the cause. */
export class RecordedEndings implements Endings {
  constructor(private readonly options: RecordedEndingsOptions) {}

  end(registration: Registration, event: string): Promise<void> {
    return this.record({ type: 'EndWebhook', webhook: registration.webhook }, registration, event);
  }

  disable(registration: Registration, event: string): Promise<void> {
    const { webhook } = registration;
    return this.record({ type: 'DisableWebhook', webhook }, registration, event);
  }

  /** Resolves when whoever reads the webhook next sees it. */
  private async record(
    command: DomainCommand,
    { webhook, changedAt, owner: { organisation } }: Registration,
    event: string,
  ): Promise<void> {
    const { gateway, models, now } = this.options;
    try {
      const { position } = await gateway.execute([
        {
          command,
          commandId: commandIds([command.type, webhook, event, changedAt].join('/')),
          effectiveAt: now().toISOString(),
          actor: { id: NAME, role: PROCESS_ROLE, organisation },
          causationId: event,
        },
      ]);
      await models.waitFor('webhooks', toPosition(BigInt(position)), WAIT_MS);
    } catch (error) {
      // Its owner was faster.
      if (!(error instanceof CommandRefused)) throw error;
    }
  }
}
