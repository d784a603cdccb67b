import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from '#owner-files';

const FILE_NAME = 'service.json';

/** Writes the address of the service into its data folder. */
export function announceAddress(dataDir: string, url: string): void {
  // Where all stores are on other machines, nothing has made it yet.
  mkdirSync(dataDir, { recursive: true, mode: OWNER_ONLY_FOLDER });
  writeFileSync(join(dataDir, FILE_NAME), JSON.stringify({ url, pid: process.pid }), {
    mode: OWNER_ONLY_FILE,
  });
}

export function withdrawAddress(dataDir: string): void {
  rmSync(join(dataDir, FILE_NAME), { force: true });
}

/** The announced address, if the service that announced it is still running. */
export async function livingService(dataDir: string): Promise<string | undefined> {
  const announcement = readAnnouncement(dataDir);
  // Another service may have the port of one that was killed: it is not to be taken for that one.
  if (announcement === undefined || !isAlive(announcement.pid)) return undefined;
  try {
    return (await fetch(new URL('/livez', announcement.url))).ok ? announcement.url : undefined;
  } catch {
    return undefined;
  }
}

/** The address written by the owner of the data folder; outdated after the service was killed. */
export function announcedAddress(dataDir: string): string | undefined {
  return readAnnouncement(dataDir)?.url;
}

interface Announcement {
  readonly url: string;
  readonly pid: number;
}

function readAnnouncement(dataDir: string): Announcement | undefined {
  try {
    const announcement: unknown = JSON.parse(readFileSync(join(dataDir, FILE_NAME), 'utf8'));
    return isAnnouncement(announcement) ? announcement : undefined;
  } catch {
    return undefined;
  }
}

function isAnnouncement(announcement: unknown): announcement is Announcement {
  return (
    typeof announcement === 'object' &&
    announcement !== null &&
    'url' in announcement &&
    typeof announcement.url === 'string' &&
    'pid' in announcement &&
    typeof announcement.pid === 'number'
  );
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there, but it is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
