import type { Position } from '#event-log';
import type { ProjectedModels } from '#projection-engine';
import { WEBHOOK_REDELIVERIES, webhookDocumentId, WEBHOOKS } from '#projections';
import type { WebhookDocument, WebhookRedeliveryDocument } from '#projections';
import { everyDocument } from '#read-models';
import type { AskedRedelivery, Registration, Registrations } from '#webhooks';
import { loadedBody } from '../queries/shared';
import type { ReadModels } from '../queries/shared';

const PROJECTION = 'webhooks';
const PAGE = 1_000;

/** The webhooks as the read model has them. */
export class RegisteredWebhooks implements Registrations {
  constructor(
    private readonly models: Pick<ProjectedModels, 'onProgress'>,
    private readonly readModels: ReadModels,
  ) {}

  async all(): Promise<readonly Registration[]> {
    const { collection } = await this.readModels.read<WebhookDocument>(PROJECTION, WEBHOOKS);
    const there: Registration[] = [];
    const query = {
      where: { status: { in: ['ACTIVE', 'DISABLED'] } },
      order: { index: 'status', direction: 'ascending' },
      limit: PAGE,
    } as const;
    for await (const found of everyDocument(collection, query)) there.push(registrationOf(found));
    return there;
  }

  async read(webhook: string, atLeast?: Position): Promise<Registration | undefined> {
    const { collection } = await this.readModels.read<WebhookDocument>(
      PROJECTION,
      WEBHOOKS,
      atLeast?.toString(),
    );
    const document = await loadedBody(collection, webhookDocumentId(webhook));
    if (document === undefined || document.status === 'ENDED') return undefined;
    return registrationOf(document);
  }

  async redeliveries(
    webhook: string,
    after: string | undefined,
  ): Promise<readonly AskedRedelivery[]> {
    const { collection } = await this.readModels.read<WebhookRedeliveryDocument>(
      PROJECTION,
      WEBHOOK_REDELIVERIES,
    );
    const from = { value: BigInt(after ?? -1), inclusive: false };
    const { items } = await collection.find({
      where: { webhook },
      order: { index: 'webhook', direction: 'ascending' },
      range: { path: 'position', from },
      limit: PAGE,
    });
    return items.map(({ body }) => body);
  }

  onChange(listener: () => void): () => void {
    return this.models.onProgress((projection) => {
      if (projection === PROJECTION) listener();
    });
  }
}

function registrationOf(document: WebhookDocument): Registration {
  const { owner: id, role, organisation, status, start, cause: _, ...rest } = document;
  return {
    ...rest,
    owner: { id, role, organisation },
    isDisabled: status === 'DISABLED',
    startedBy: start.said.event,
    behind: start.behind,
  };
}
