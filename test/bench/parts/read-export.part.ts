import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface ReadExportRequest {
  readonly folder: string;
}

/** The floor of what reads an export: each line is unzipped and parsed, and nothing is done with it. */
servePart(() => Promise.resolve({ ready: undefined, ask: readAll }));

function readAll({ folder }: ReadExportRequest): Promise<Round> {
  const start = performance.now();
  let units = 0;
  for (const name of readdirSync(folder).filter((file) => file.startsWith('events-'))) {
    const lines = gunzipSync(readFileSync(join(folder, name)))
      .toString()
      .trimEnd()
      .split('\n');
    for (const line of lines) {
      JSON.parse(line);
      units += 1;
    }
  }
  return Promise.resolve({ units, seconds: (performance.now() - start) / 1000 });
}
