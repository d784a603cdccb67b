import type { RecordedFact } from '#projection-engine';

/** Entered from older records: its order of recording says nothing of the order in which things happened. */
export function isImported({ metadata }: RecordedFact): boolean {
  return metadata.source?.kind === 'IMPORT';
}
