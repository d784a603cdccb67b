import { besideReadModels, openReadModels } from '#composition';
import type { Settings } from '#composition';
import { DeliveryStore } from '#webhooks';

/** In the data folder, and in a back-up. */
export const DELIVERIES = 'webhooks.db';

type DeliverySettings = Pick<Settings, 'dataDir' | 'readModelsUrl'> &
  Partial<Pick<Settings, 'readModelsUser' | 'readModelsPassword'>>;

/**
 * Where it is kept what was delivered: beside files of read models in a file of its own, which stays when they are
 * removed; in the database of those in a server, in collections that no rebuild knows of.
 */
export function openDeliveries(settings: DeliverySettings): DeliveryStore {
  const path = deliveriesFile(settings);
  const stores = path === undefined ? settings : { readModelsUrl: `sqlite:${path}` };
  return new DeliveryStore(openReadModels(stores));
}

/** Where it is in a file of its own; nothing where it is beside read models in a server. */
export function deliveriesFile(
  settings: Pick<Settings, 'dataDir' | 'readModelsUrl'>,
): string | undefined {
  return besideReadModels(settings, DELIVERIES);
}
