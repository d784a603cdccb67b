/**
 * Makes the auditor's tool one file, `dist/audit.cjs`, which runs with Node ≥ 20 alone: what only opens stores is loaded
 * when it is asked for.
 */
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

await build({
  entryPoints: [join(root, 'dist/apps/audit/main.js')],
  outfile: join(root, 'dist/audit.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  legalComments: 'none',
  // Not for an auditor's machine: asked for only where a log is opened, and then told that they are missing.
  external: [
    '@eventstore/db-client',
    'mongodb',
    'node:sqlite',
    '@nestjs/*',
    'class-validator',
    'class-transformer',
  ],
  logLevel: 'warning',
});
