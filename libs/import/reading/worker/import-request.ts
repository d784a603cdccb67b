import { z } from 'zod';
import type { BundleFile } from '../bundle-files';

/** The body of `POST /imports`. */
export interface ImportRequest {
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly dryRun: boolean;
}

/** What is wrong with a field of the request. */
export interface RequestIssue {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

export type RequestRead =
  | { readonly ok: true; readonly files: readonly BundleFile[]; readonly dryRun: boolean }
  | { readonly ok: false; readonly issues: readonly RequestIssue[] };

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

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

export function readImportRequest(body: Uint8Array): RequestRead {
  let json: unknown;
  try {
    json = JSON.parse(UTF_8.decode(body));
  } catch {
    const message = 'The body is not JSON in UTF-8.';
    return { ok: false, issues: [{ field: '', rule: 'json', message }] };
  }
  const parsed = SCHEMA.safeParse(json);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, code, message }) => ({
      field: path.join('.'),
      rule: code,
      message,
    }));
    return { ok: false, issues };
  }
  const { files, dryRun } = parsed.data;
  return {
    ok: true,
    files: files.map(({ path, content }) => ({ path, content: Buffer.from(content, 'base64') })),
    dryRun,
  };
}
