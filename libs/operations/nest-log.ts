import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** What Nest has to say, in the log of the service. Its tales of starting up are for debugging. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown): void {
    this.logger.debug(String(message));
  }

  debug(message: unknown): void {
    this.logger.debug(String(message));
  }

  verbose(message: unknown): void {
    this.logger.trace(String(message));
  }

  warn(message: unknown): void {
    this.logger.warn(String(message));
  }

  error(message: unknown): void {
    if (message instanceof Error) this.logger.error({ err: message }, message.message);
    else this.logger.error(String(message));
  }

  fatal(message: unknown): void {
    this.logger.fatal(String(message));
  }
}
