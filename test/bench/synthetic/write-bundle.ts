import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { districtOf } from './district';
import type { DistrictSize } from './district';
import { rowsOf } from './district-rows';

const FRAMEWORK = 'frameworks/an-giang-long-xuyen-my-long.json';

/** Writes a district as the folder of an office; answers how many rows it has. */
export function writeBundle(folder: string, size: DistrictSize): number {
  mkdirSync(join(folder, 'frameworks'), { recursive: true });
  copyFileSync(join(projectFolder(), FRAMEWORK), join(folder, FRAMEWORK));
  let count = 1;
  for (const [table, rows] of Object.entries(rowsOf(districtOf(size)))) {
    if (rows.length === 0) continue;
    writeFileSync(
      join(folder, `${table}.csv`),
      stringify([...rows], { header: true, cast: { boolean: String } }),
    );
    count += rows.length;
  }
  return count;
}

/** Found from the sources as well as from what is built of them. */
export function projectFolder(from: string = __dirname): string {
  try {
    readFileSync(join(from, 'package.json'));
    return from;
  } catch (error) {
    const above = dirname(from);
    if (above === from) throw error;
    return projectFolder(above);
  }
}
