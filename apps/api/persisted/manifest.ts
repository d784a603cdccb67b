import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SettingsInvalid } from '#composition';

const SETTING = 'PERSISTED_OPERATIONS';
const HASH = /^[0-9a-f]{64}$/;

const document = z.string().min(1);
const BY_HASH = z.record(z.string(), document);

/** As `generate-persisted-query-manifest` of Apollo writes it. */
const MANIFEST = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: document })),
});

/**
 * Operations that clients were built with, by the SHA-256 of their text: a manifest of Apollo, or an object of
 * documents by hash, as Relay and others write it.
 *
 * @throws SettingsInvalid with what is wrong with the file
 */
export function readManifest(path: string): ReadonlyMap<string, string> {
  const json = jsonIn(path);
  const manifest = MANIFEST.safeParse(json);
  const byHash = BY_HASH.safeParse(json);
  if (!manifest.success && !byHash.success) {
    throw invalid(`${path} is neither a manifest of Apollo nor an object of documents by hash`);
  }
  const operations = manifest.success
    ? manifest.data.operations.map(({ id, body }) => [id, body] as const)
    : Object.entries(byHash.data ?? {});
  if (operations.length === 0) throw invalid(`${path} has no operations`);
  const wrong = operations.find(([id, body]) => !HASH.test(id) || hashOf(body) !== id);
  if (wrong !== undefined) throw invalid(`${wrong[0]} in ${path} is not the SHA-256 of its text`);
  return new Map(operations);
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What is wrong with the operations, which stops the start. */
export function invalid(reason: string, cause?: unknown): SettingsInvalid {
  return new SettingsInvalid(SETTING, reason, { cause });
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw invalid(`${path} cannot be read: ${(error as Error).message}`, error);
  }
}
