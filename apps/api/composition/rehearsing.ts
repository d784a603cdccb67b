import type { Logger } from 'pino';
import { openService } from '#composition';
import type { ServiceSettings } from '#composition';
import type { Rehearse } from '#import';
import { onCopyOf } from './stores-copy';

/** How to run the service's parts on a copy of its stores. */
export function rehearsalOf(settings: ServiceSettings, logger: Logger): Rehearse {
  return (work) =>
    onCopyOf(settings, async (copied) => {
      const copy = await openService(copied, logger);
      try {
        return await work(copy);
      } finally {
        await copy.close();
      }
    });
}
