import type { EventId } from '#event-log';
import { documentId } from '#projection-engine';
import { openedOnce } from '#read-models';
import type {
  CollectionDefinition,
  DocumentCollection,
  DocumentStore,
  Ownership,
} from '#read-models';
import type { DeliveryDocument, ProgressDocument } from './delivery.document';

const POSITION = { path: 'position', kind: 'position' } as const;

const DELIVERIES: CollectionDefinition = {
  name: 'webhook-deliveries',
  version: 1,
  indexes: [
    { name: 'webhook', fields: [{ path: 'webhook' }, POSITION] },
    { name: 'state', fields: [{ path: 'webhook' }, { path: 'state' }, POSITION] },
    { name: 'dead', fields: [{ path: 'state' }, POSITION] },
  ],
};
const PROGRESS: CollectionDefinition = { name: 'webhook-progress', version: 1, indexes: [] };

/**
 * What was delivered and how far each webhook is: no read model, since no log tells it. It is kept in a store of
 * documents that no rebuild touches, and written by whoever holds the lease; everybody reads it.
 */
export class DeliveryStore {
  private readonly open = openedOnce(() => this.collections());

  constructor(readonly documents: DocumentStore) {}

  async deliveries(): Promise<DocumentCollection<DeliveryDocument>> {
    return (await this.open()).deliveries;
  }

  async delivery(webhook: string, event: EventId): Promise<DeliveryDocument | undefined> {
    const { deliveries } = await this.open();
    return (await kept(deliveries, documentId(webhook, event))).body;
  }

  async progress(webhook: string): Promise<ProgressDocument | undefined> {
    const { progress } = await this.open();
    return (await kept(progress, documentId(webhook))).body;
  }

  /** @throws {Fenced} somebody else delivers by now */
  async keepDelivery(delivery: DeliveryDocument, owner: Ownership): Promise<void> {
    const { deliveries } = await this.open();
    await keep(deliveries, documentId(delivery.webhook, delivery.event), delivery, owner);
  }

  /** @throws {Fenced} somebody else delivers by now */
  async keepProgress(progress: ProgressDocument, owner: Ownership): Promise<void> {
    await keep((await this.open()).progress, documentId(progress.webhook), progress, owner);
  }

  async close(): Promise<void> {
    await this.documents.close();
  }

  private async collections(): Promise<Opened> {
    return {
      deliveries: await this.documents.collection<DeliveryDocument>(DELIVERIES),
      progress: await this.documents.collection<ProgressDocument>(PROGRESS),
    };
  }
}

interface Opened {
  readonly deliveries: DocumentCollection<DeliveryDocument>;
  readonly progress: DocumentCollection<ProgressDocument>;
}

async function kept<D extends object>(collection: DocumentCollection<D>, id: string) {
  const found = (await collection.load([id])).get(id);
  if (found === undefined) return { expected: 'absent' as const, body: undefined };
  const { position: expected, body } = found;
  return { expected, body: body === 'deleted' ? undefined : body };
}

/** A document's position counts its writings here; the log has nothing to do with it. */
async function keep<D extends object>(
  collection: DocumentCollection<D>,
  id: string,
  body: D,
  owner: Ownership,
): Promise<void> {
  const { expected } = await kept(collection, id);
  const position = expected === 'absent' ? 0n : expected + 1n;
  await collection.write([{ id, expected, position, body }], owner);
}
