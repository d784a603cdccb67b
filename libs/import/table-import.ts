import type { ImportContext } from './import-context';
import type { RowCommand } from './row-commands';
import type { RowReader } from './row-reader';

/** How the rows of one table become commands. */
export interface TableImport {
  readonly requiredColumns: readonly string[];
  /** Others that the table may have; whatever else it has is left alone. */
  readonly optionalColumns?: readonly string[];
  /** Where a field of a command has its value from, if the column is called otherwise. */
  readonly columnsOfFields?: Readonly<Record<string, string>>;
  /** What makes a row this row, whatever else it says. */
  readonly keyColumns: readonly string[];
  /** Orders the rows; those with the same date keep their order in the file. */
  readonly dateColumn?: string;
  /** Rows may rest on other rows of the same table, so they go one after the other. */
  readonly oneByOne?: true;
  /** The read model that is asked when the rows are decided on. */
  readonly asks?: 'pledges' | 'scorecards';
  commands(
    row: RowReader,
    context: ImportContext,
  ): readonly RowCommand[] | Promise<readonly RowCommand[]>;
}

export function columnsOf({
  requiredColumns,
  optionalColumns = [],
}: TableImport): readonly string[] {
  return [...requiredColumns, ...optionalColumns];
}
