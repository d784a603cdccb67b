import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE_NAME = 'service.json';

/** Leaves word in the data folder of where the service that owns it can be reached. */
export function announceAddress(dataDir: string, url: string): void {
  // Where all stores are on other machines, nothing has made it yet.
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, FILE_NAME), JSON.stringify({ url, pid: process.pid }));
}

export function withdrawAddress(dataDir: string): void {
  rmSync(join(dataDir, FILE_NAME), { force: true });
}

/** Where the owner of the data folder said it is; a killed service leaves a word that is not true any more. */
export function announcedAddress(dataDir: string): string | undefined {
  try {
    const said: unknown = JSON.parse(readFileSync(join(dataDir, FILE_NAME), 'utf8'));
    return typeof said === 'object' &&
      said !== null &&
      'url' in said &&
      typeof said.url === 'string'
      ? said.url
      : undefined;
  } catch {
    return undefined;
  }
}
