import { BundleUnreadable } from './bundle';

const MIB = 1024 * 1024;

/** How much one bundle may hold: far more than a province has, and far less than a machine. */
export const READ_LIMITS = {
  /** Of one table; the tables have at most 18. */
  columns: 1_000,
  /** Filled cells of all tables. */
  cells: 5_000_000,
  /** Characters of all cells. */
  characters: 128 * MIB,
  /** Rows of one table with a cell that cannot be taken. */
  badRows: 10_000,
  /** Groups of merged cells in one sheet. */
  mergedRanges: 10_000,
  /** Bytes of a workbook's parts, unpacked. */
  unpackedBytes: 256 * MIB,
  /** Characters of the texts that a workbook's cells share. */
  sharedCharacters: 32 * MIB,
  /** Characters of a part of a workbook in which nothing begins or ends. */
  unbrokenCharacters: MIB,
} as const;

type Limit = keyof typeof READ_LIMITS;

const WORDS: Readonly<Record<Limit, string>> = {
  columns: 'columns in one table',
  cells: 'filled cells',
  characters: 'characters in cells',
  badRows: 'rows with cells that cannot be taken',
  mergedRanges: 'groups of merged cells',
  unpackedBytes: 'bytes when it is unpacked',
  sharedCharacters: 'characters in shared texts',
  unbrokenCharacters: 'characters in one piece',
};

/** @throws BundleUnreadable `LIMIT_EXCEEDED` */
export function requireWithin(limit: Limit, size: number, file: string): void {
  if (size <= READ_LIMITS[limit]) return;
  const most = limit === 'unpackedBytes' ? '256 MiB' : READ_LIMITS[limit].toLocaleString('en-US');
  throw new BundleUnreadable(`${file} has more than ${most} ${WORDS[limit]}.`, {
    code: 'LIMIT_EXCEEDED',
  });
}

/** What the tables of one bundle have used of its limits together. */
export class ReadBudget {
  private cells = 0;
  private characters = 0;

  /** @throws BundleUnreadable `LIMIT_EXCEEDED` */
  take(text: string, file: string): void {
    this.cells += 1;
    this.characters += text.length;
    requireWithin('cells', this.cells, file);
    requireWithin('characters', this.characters, file);
  }
}
