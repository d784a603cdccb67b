import type { ClearCommand } from '#commands';
import type { ClearTexts, Instant, LocalDate, OrganisationId } from '#vocabulary';
import type { DomainCommand } from '#domain';
import type { LegalBasis } from '#event-log';
import type { Bundle } from '../reading/bundle';
import type { Office } from './on-behalf';
import type { RowReader } from '../rows/row-reader';

/** How the rows of one table become commands. */
export interface TableImport {
  /** The commands that its rows become, and no others; the reference lists them. */
  readonly gives: readonly DomainCommand['type'][];
  readonly requiredColumns: readonly string[];
  /** Other columns that the table may have; unknown columns are ignored. */
  readonly optionalColumns?: readonly string[];
  /** Columns whose texts are sealed: nothing is told of them, and they do not tell rows apart. */
  readonly sealedColumns?: readonly string[];
  /** The column of a command's field, where their names differ. */
  readonly columnsOfFields?: Readonly<Record<string, string>>;
  /** These columns identify a row. */
  readonly keyColumns: readonly string[];
  /** Orders the rows; those with the same date keep their order in the file. */
  readonly dateColumn?: string;
  /** Rows may refer to other rows of the same table, so they are imported one after the other. */
  readonly oneByOne?: true;
  /** The read model that the decisions on the rows query. */
  readonly queries?: 'pledges' | 'scorecards';
  commands(
    row: RowReader,
    context: ImportContext,
  ): readonly RowCommand[] | Promise<readonly RowCommand[]>;
}

export function columnsOf({
  requiredColumns,
  optionalColumns = [],
  sealedColumns = [],
}: TableImport): readonly string[] {
  return [...requiredColumns, ...optionalColumns, ...sealedColumns];
}

type RowsCommand = Extract<ClearCommand, { readonly type: DomainCommand['type'] }>;

/** One command of a row, with its date and actor. All commands of a row go to one stream. */
export interface RowCommand {
  readonly command: RowsCommand;
  /** What of it is sealed. */
  readonly clear?: ClearTexts;
  readonly effectiveAt: Instant;
  /** The column with the date, or else the column that says that it happened. */
  readonly datedBy: string;
  readonly onBehalfOf?: Office;
  readonly legalBasis?: readonly LegalBasis[];
}

/** What rows need from other tables of the bundle, or from the log. */
export interface ImportContext {
  readonly bundle: Bundle;
  establishedOn(organisation: OrganisationId): Promise<LocalDate | undefined>;
}
