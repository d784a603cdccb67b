import type { ImportContext } from './import-context';
import type { RowCommand } from './row-commands';
import type { RowReader } from './row-reader';

/** How the rows of one table become commands. */
export interface TableImport {
  readonly requiredColumns: readonly string[];
  /** What makes a row this row, whatever else it says. */
  readonly keyColumns: readonly string[];
  /** Orders the rows; those with the same date keep their order in the file. */
  readonly dateColumn?: string;
  /** Rows may rest on other rows of the same table, so they go one after the other. */
  readonly oneByOne?: true;
  commands(
    row: RowReader,
    context: ImportContext,
  ): readonly RowCommand[] | Promise<readonly RowCommand[]>;
}
