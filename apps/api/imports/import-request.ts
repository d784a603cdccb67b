import { z } from 'zod';
import { validationFailed } from '../../../apps/api/errors';
import type { BundleFile } from '#import';

const SCHEMA = z.strictObject({
  files: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(500),
        content: z.base64(),
      }),
    )
    .max(1_000),
  dryRun: z.boolean(),
});

/** @throws {ApiError} `VALIDATION_FAILED`, naming the field */
export function readImportRequest(body: unknown): {
  files: readonly BundleFile[];
  dryRun: boolean;
} {
  const parsed = SCHEMA.safeParse(body);
  if (!parsed.success) {
    throw validationFailed(
      parsed.error.issues.map(({ path, code, message }) => ({
        field: path.join('.'),
        rule: code,
        message,
      })),
    );
  }
  const { files, dryRun } = parsed.data;
  return {
    files: files.map(({ path, content }) => ({ path, content: Buffer.from(content, 'base64') })),
    dryRun,
  };
}
