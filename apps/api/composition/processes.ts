import type { Logger } from 'pino';
import { DueDates, ProcessRunner, RatingReopening, RecognitionReview } from '#processes';
import type { Service } from './service';

const A_MINUTE_MS = 60_000;

export interface ProcessSettings {
  /** Whether the passing of time is recorded. */
  readonly dueDates: boolean;
}

/** What the service does by itself; not running yet. */
export function processesOf(
  { gateway, engine, log, now }: Service,
  { dueDates }: ProcessSettings,
  logger: Logger,
): ProcessRunner {
  return new ProcessRunner({
    engine,
    processes: [
      new RecognitionReview({ gateway, engine, log }),
      new RatingReopening({ gateway, engine }),
      ...(dueDates ? [new DueDates({ gateway, engine, now })] : []),
    ],
    everyMs: A_MINUTE_MS,
    onFailed: (process, error) => {
      logger.error({ process, err: error }, 'A process failed; it is run again');
    },
  });
}
