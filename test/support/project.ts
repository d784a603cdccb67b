import { join } from 'node:path';

export const PROJECT = join(__dirname, '..', '..');

/** The year that newcomers are shown: small, and with a story in every cell. */
export const SAMPLE = join(PROJECT, 'samples', 'ward-2024');

/** A program as it was built, which is what users run. */
export function built(
  program: 'main' | 'import.cli' | 'migrate.cli' | 'backup.cli' | 'rebuild.cli' | 'token.cli',
  app = 'api',
): string {
  return join(PROJECT, 'dist', 'apps', app, `${program}.js`);
}

export const COMPILE_CACHE = join(PROJECT, 'node_modules', '.cache', 'compiled');
