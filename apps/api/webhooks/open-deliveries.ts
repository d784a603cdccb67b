import { join } from 'node:path';
import { filePath, openReadModels } from '#composition';
import type { Settings } from '#composition';
import { DeliveryStore } from '#webhooks';

type DeliverySettings = Pick<Settings, 'dataDir' | 'readModelsUrl'> &
  Partial<Pick<Settings, 'readModelsUser' | 'readModelsPassword'>>;

/**
 * Where it is kept what was delivered: beside files of read models in a file of its own, which stays when they are
 * removed; in the database of those in a server, in collections that no rebuild knows of.
 */
export function openDeliveries(settings: DeliverySettings): DeliveryStore {
  const { dataDir, readModelsUrl } = settings;
  const isInFile = filePath(readModelsUrl) !== undefined;
  const own = { readModelsUrl: `sqlite:${join(dataDir, 'webhooks.db')}` };
  return new DeliveryStore(openReadModels(isInFile ? own : settings));
}
