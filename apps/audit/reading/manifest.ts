import { z } from 'zod';

/** Leaves of one events file. */
export const LEAVES_PER_FILE = 65_536;

const FILE = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() });

/** What an export says of itself (ledger.md, section 5). */
export const MANIFEST = z.object({
  format: z.literal(1),
  origin: z.string(),
  log: z.string(),
  size: z.number(),
  scope: z.object({ under: z.string().nullable() }),
  createdAt: z.string(),
  files: z.array(FILE),
  keys: z.array(z.string()),
});

/** The hash of the manifest itself, for one that was damaged by chance. */
export const MANIFEST_HASH = 'manifest.sha256';

export type Manifest = z.infer<typeof MANIFEST>;
export type ManifestFile = z.infer<typeof FILE>;

export function eventsFile(number: number): string {
  return `events-${String(number).padStart(6, '0')}.ndjson.gz`;
}
