import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The sample year of this project: found from the sources as well as from what is built of them. */
export function sampleFolder(from: string = __dirname): string {
  const folder = join(from, 'samples', 'ward-2024');
  if (existsSync(folder)) return folder;
  const above = dirname(from);
  if (above === from) throw new Error('The sample year is not part of this installation');
  return sampleFolder(above);
}
