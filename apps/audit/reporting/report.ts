import type { Language } from '#vocabulary';

/** What a cell holds, in every format the same; nothing where there is nothing to say. */
export type Cell = string | number | null;

export interface Column {
  /** The same in every table where the same is meant. */
  readonly key: string;
  readonly label: string;
  /** In characters, as wide as what it usually holds. */
  readonly width: number;
}

export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A report in one language, before it is any file: whatever the format, it holds this and nothing else. */
export interface Report {
  readonly language: Language;
  readonly title: string;
  /** What comes before everything else, where the export cannot be trusted. */
  readonly warning: string | undefined;
  /** The time of recording of the last event; a report of the same export is the same to the byte. */
  readonly moment: string;
  readonly tables: readonly Table[];
}
