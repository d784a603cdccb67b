import type { ImportReport, Waiting } from '#import';

/** How a running service answers `POST /imports`: one message a line, the last a report or a failure. */
export type ImportMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | ({ readonly kind: 'waiting' } & Waiting)
  | { readonly kind: 'report'; readonly report: ImportReport }
  | { readonly kind: 'failure'; readonly code: string; readonly message: string };

export const IMPORT_PATH = '/imports';
