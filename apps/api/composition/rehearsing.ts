import type { Logger } from 'pino';
import type { Rehearsing } from '../import/take-bundle';
import { openService } from './service';
import type { ServiceSettings } from './service';

/** How to run the service's parts on a copy of its stores. */
export function rehearsingOf(settings: ServiceSettings, logger: Logger): Rehearsing {
  return {
    stores: settings,
    open: async (stores, work) => {
      const copy = await openService(stores, logger);
      try {
        return await work(copy);
      } finally {
        await copy.close();
      }
    },
  };
}
