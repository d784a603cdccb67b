import { setTimeout as passed } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Service, WebhookSettings } from '#composition';
import type { Feeds } from '#feeds';
import { AddressPolicy, Attempts, Couriers, DeliveryStore, Sender } from '#webhooks';
import type { DeliveryWatch } from '#webhooks';
import { isAbsence } from '#projection-engine';
import { Viewers } from '../access';
import { ApiError } from '../errors';
import type { ToldEvents } from '../feeds';
import { Authentication } from '../identity';
import { WebhookSecrets } from '../keys';
import { WebhookMetrics } from '../operations/webhook-metrics';
import { ReadModels } from '../queries/shared';
import { RecordedEndings } from './recorded-endings';
import { RegisteredWebhooks } from './registered-webhooks';
import { TellingOwners } from './telling-owners';

interface WebhookCouriersOptions {
  readonly service: Service;
  readonly settings: Pick<WebhookSettings, 'retriesMs'>;
  readonly feeds: Feeds;
  readonly told: ToldEvents;
  readonly logger: Logger;
}

/** Delivers in the service, since the keys are there: those of webhooks, of cursors, and the tokens of their owners. */
export function webhookCouriers(
  api: NestFastifyApplication,
  { service, settings: { retriesMs }, feeds, told, logger }: WebhookCouriersOptions,
): Couriers {
  const { log, models, gateway, holder, now } = service;
  const watch = watchOf(api.get(WebhookMetrics), logger);
  const telling = new TellingOwners({
    told,
    viewers: api.get(Viewers),
    authentication: api.get(Authentication),
    secrets: api.get(WebhookSecrets),
    now,
  });
  const sender = new Sender({ policy: api.get(AddressPolicy) });
  return new Couriers({
    feeds,
    log,
    registrations: new RegisteredWebhooks(models, api.get(ReadModels)),
    telling,
    endings: new RecordedEndings({ gateway, models, now }),
    store: api.get(DeliveryStore),
    attempts: new Attempts({ telling, sender, retriesMs, watch, now, random: Math.random }),
    watch,
    holder,
    now,
    elapsed: (ms, signal) => passed(ms, undefined, { signal, ref: false }).catch(() => undefined),
  });
}

function watchOf(metrics: WebhookMetrics, logger: Logger): DeliveryWatch {
  return {
    attempted: (meaning, durationMs) => {
      metrics.attempted(meaning, durationMs);
    },
    waiting: (webhook, since) => {
      metrics.waiting(webhook, since);
    },
    disabled: (count) => {
      metrics.disabled(count);
    },
    failed: (webhook, error) => {
      metrics.failed();
      // Stores come back, and read models catch up.
      const level = error instanceof ApiError || isAbsence(error) ? 'warn' : 'error';
      logger[level]({ webhook, err: error }, 'Webhooks are not delivered; it is tried again');
    },
  };
}
