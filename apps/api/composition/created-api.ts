import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Service } from '#composition';
import type { ApiSettings } from './api-settings';

/** What is being put together. */
export interface CreatedApi {
  readonly api: NestFastifyApplication;
  readonly service: Service;
  readonly settings: ApiSettings;
  readonly logger: Logger;
}
