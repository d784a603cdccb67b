import type { Logger } from 'pino';
import { DueDates, Expulsion, ProcessRunner, RatingReopening, RecognitionReview } from '#processes';
import type { Service } from './service';

const A_MINUTE_MS = 60_000;

export interface ProcessSettings {
  /** Whether the passing of time is recorded. */
  readonly dueDates: boolean;
}

/** What the service does by itself; not running yet. */
export function processesOf(
  { gateway, models, log, store, holder, now }: Service,
  { dueDates }: ProcessSettings,
  logger: Logger,
): ProcessRunner {
  return new ProcessRunner({
    models,
    store,
    holder,
    now,
    processes: [
      new RecognitionReview({ gateway, models, log }),
      new RatingReopening({ gateway, models }),
      new Expulsion({ gateway, models }),
      ...(dueDates ? [new DueDates({ gateway, models, now })] : []),
    ],
    everyMs: A_MINUTE_MS,
    onFailed: (process, error) => {
      logger.error({ process, err: error }, 'A process failed; it is run again');
    },
  });
}
