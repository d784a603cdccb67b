import { Injectable } from '@nestjs/common';
import { isAbsence } from '#projection-engine';
import { WEBHOOKS } from '#projections';
import type { WebhookDocument } from '#projections';
import { DeliveryStore } from '#webhooks';
import { ReadModels } from '../shared';
import type { WebhooksStatusType } from './status.types';

/** What becomes of all webhooks, whoever delivers. */
@Injectable()
export class WebhooksStatus {
  constructor(
    private readonly readModels: ReadModels,
    private readonly deliveries: DeliveryStore,
  ) {}

  /** Nothing while it cannot be told: the rest of the status says which store is away. */
  async read(): Promise<WebhooksStatusType | undefined> {
    try {
      const { collection } = await this.readModels.read<WebhookDocument>('webhooks', WEBHOOKS);
      const deliveries = await this.deliveries.deliveries();
      const [active, disabled, dead] = await Promise.all([
        collection.count({ index: 'status', where: { status: 'ACTIVE' } }),
        collection.count({ index: 'status', where: { status: 'DISABLED' } }),
        deliveries.count({ index: 'dead', where: { state: 'DEAD' } }),
      ]);
      return { active, disabled, dead };
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw error;
    }
  }
}
