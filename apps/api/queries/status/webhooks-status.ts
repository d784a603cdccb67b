import { Inject, Injectable } from '@nestjs/common';
import { isAbsence } from '#projection-engine';
import type { ProjectedModels } from '#projection-engine';
import { WEBHOOKS } from '#projections';
import type { WebhookDocument } from '#projections';
import { DeliveryStore } from '#webhooks';
import { PROJECTED_MODELS } from '../../injection-tokens';
import type { WebhooksStatusType } from './status.types';

/** What becomes of all webhooks, whoever delivers. */
@Injectable()
export class WebhooksStatus {
  constructor(
    @Inject(PROJECTED_MODELS) private readonly models: Pick<ProjectedModels, 'collection'>,
    private readonly deliveries: DeliveryStore,
  ) {}

  /**
   * Nothing while it cannot be told: the rest of the status says which store is away, or that the read model is being
   * built, which is not waited for.
   */
  async read(): Promise<WebhooksStatusType | undefined> {
    try {
      const webhooks = await this.models.collection<WebhookDocument>(WEBHOOKS);
      const deliveries = await this.deliveries.deliveries();
      const [active, disabled, dead] = await Promise.all([
        webhooks.count({ index: 'status', where: { status: 'ACTIVE' } }),
        webhooks.count({ index: 'status', where: { status: 'DISABLED' } }),
        deliveries.count({ index: 'dead', where: { state: 'DEAD' } }),
      ]);
      return { active, disabled, dead };
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw error;
    }
  }
}
