import { existsSync } from 'node:fs';

/** With what a command ends (ledger.md, section 6). */
export const EXIT = { right: 0, wrong: 1, cannotTell: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A text in both languages. */
export interface Said {
  readonly vi: string;
  readonly en: string;
}

/** What was asked cannot be answered: nothing is wrong that is known of, and nothing is shown to be right. */
export class CannotTell extends Error {
  override readonly name = 'CannotTell';

  constructor(readonly said: Said) {
    super(said.en);
  }
}

/** @throws CannotTell where there is nothing at a path */
export function requireThere(path: string): void {
  if (existsSync(path)) return;
  throw new CannotTell({ vi: `Không có ${path}.`, en: `There is no ${path}.` });
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
