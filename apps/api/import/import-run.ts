import { CommandConflict, CommandIdReused, CommandRefused, RowChanged } from '#commands';
import type { CommandEnvelope, CommandGateway } from '#commands';
import { localDateOf } from '#domain';
import type { Actor, LocalDate, OrganisationId } from '#domain';
import { EventTooLarge } from '#event-log';
import type { EventLog } from '#event-log';
import type { Bundle, FrameworkFile, Table, TableRow } from './bundle';
import { frameworkCommands } from './framework-commands';
import type { ImportContext } from './import-context';
import type { ImportReport, RowResult } from './import-report';
import { inParallel } from './in-parallel';
import type { RowCommand } from './row-commands';
import { identity, identityOf } from './row-identity';
import type { RowIdentity } from './row-identity';
import { RowReader } from './row-reader';
import type { RowProblem } from './row-reader';
import type { TableImport } from './table-import';
import { TABLE_NAMES } from './table-names';
import type { TableName } from './table-names';
import { TABLE_IMPORTS } from './tables';

export interface ImportOptions {
  readonly gateway: Pick<CommandGateway, 'execute'>;
  readonly log: Pick<EventLog, 'readStreamSlice'>;
  readonly actor: Actor;
  readonly importId: string;
  readonly dryRun: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

const IN_PARALLEL = 100;

/** Takes a bundle row by row, through the same commands as everyone; see the import contract. */
export async function runImport(bundle: Bundle, options: ImportOptions): Promise<ImportReport> {
  const run = new ImportRun(bundle, options);
  for (const name of TABLE_NAMES) await run.take(name);
  const { importId, dryRun } = options;
  return { importId, dryRun, results: run.results };
}

class ImportRun {
  readonly results: RowResult[] = [];
  private readonly total: number;
  private done = 0;
  private readonly context: ImportContext;
  private readonly foundings = new Map<OrganisationId, Promise<LocalDate | undefined>>();

  constructor(
    bundle: Bundle,
    private readonly options: ImportOptions,
  ) {
    this.context = { bundle, establishedOn: (id) => this.establishedOn(id) };
    const rows = [...bundle.tables.values()].map((table) => table.rows.length);
    this.total = rows.reduce((sum, count) => sum + count, bundle.frameworks.length);
  }

  async take(name: TableName): Promise<void> {
    if (name === 'frameworks') {
      for (const file of this.context.bundle.frameworks) await this.takeFramework(file);
      return;
    }
    const table = this.context.bundle.tables.get(name);
    if (table === undefined) return;
    const how = TABLE_IMPORTS[name];
    if (this.refuseIncomplete(table, how)) return;
    const limit = how.oneByOne === true ? 1 : IN_PARALLEL;
    const results = new Map<number, readonly RowResult[]>();
    const rows = inOrder(table.rows, how.dateColumn);
    await inParallel(rows, limit, async (row) => {
      results.set(row.number, await this.takeRow(name, table, how, row));
      this.progress();
    });
    this.results.push(...rows.flatMap((row) => results.get(row.number) ?? []));
  }

  private async takeRow(
    name: TableName,
    table: Table,
    how: TableImport,
    row: TableRow,
  ): Promise<readonly RowResult[]> {
    const reader = new RowReader(row);
    const commands = await how.commands(reader, this.context);
    const refused = (problem: RowProblem): RowResult => ({
      file: table.file,
      row: row.number,
      outcome: 'REFUSED',
      ...problem,
    });
    if (reader.problems.length > 0) return distinct(reader.problems).map(refused);
    const of = identityOf(name, how.keyColumns, table, row);
    return [await this.execute(table.file, row.number, of, commands)];
  }

  private async takeFramework(file: FrameworkFile): Promise<void> {
    const read = frameworkCommands(file);
    if (read.ok) {
      const of = identity('frameworks', read.key, file.text);
      this.results.push(await this.execute(file.file, 1, of, read.commands));
    } else {
      this.results.push({ file: file.file, row: 1, outcome: 'REFUSED', ...read.problem });
    }
    this.progress();
  }

  private async execute(
    file: string,
    row: number,
    of: RowIdentity,
    commands: readonly RowCommand[],
  ): Promise<RowResult> {
    if (commands.length === 0) return { file, row, outcome: 'ALREADY_THERE' };
    const { actor, importId } = this.options;
    const envelopes = commands.map((command, step): CommandEnvelope => ({
      ...command,
      commandId: of.commandId(step),
      correlationId: importId,
      actor,
      source: { kind: 'IMPORT', importId, file, row, key: of.key, digest: of.digest },
    }));
    try {
      const receipt = await this.options.gateway.execute(envelopes);
      return { file, row, outcome: receipt.duplicate ? 'ALREADY_THERE' : 'RECORDED' };
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      return { file, row, outcome: 'REFUSED', ...problem };
    }
  }

  private refuseIncomplete(table: Table, how: TableImport): boolean {
    const missing = how.requiredColumns.filter((column) => !table.columns.includes(column));
    for (const column of missing) {
      this.results.push({
        file: table.file,
        row: 0,
        outcome: 'REFUSED',
        column,
        code: 'MISSING_COLUMN',
        reason: 'The table has no such column; none of its rows was taken.',
      });
    }
    return missing.length > 0;
  }

  private establishedOn(organisation: OrganisationId): Promise<LocalDate | undefined> {
    const known = this.foundings.get(organisation) ?? this.foundingOf(organisation);
    this.foundings.set(organisation, known);
    return known;
  }

  private async foundingOf(organisation: OrganisationId): Promise<LocalDate | undefined> {
    const stream = `organisation-${organisation}`;
    const [founding] = await this.options.log.readStreamSlice(stream, 0, { maxCount: 1 });
    return founding && localDateOf(founding.metadata.effectiveAt);
  }

  private progress(): void {
    this.done += 1;
    this.options.onProgress(this.done, this.total);
  }
}

function inOrder(rows: readonly TableRow[], dateColumn: string | undefined): readonly TableRow[] {
  if (dateColumn === undefined) return rows;
  const timeOf = (row: TableRow): number => {
    const value = row.cells[dateColumn] ?? '';
    const time = Date.parse(value.length === 10 ? `${value}T00:00:00+07:00` : value);
    return Number.isNaN(time) ? 0 : time;
  };
  return [...rows].sort((a, b) => timeOf(a) - timeOf(b));
}

/** What was refused belongs to its row; what else goes wrong ends the import. */
function problemOf(error: unknown): RowProblem | undefined {
  if (error instanceof CommandRefused) {
    const { code, message, field, rule } = error.refusal;
    const reason = rule === code ? message : `${message} (${rule})`;
    return { ...(field === undefined ? {} : { column: field }), code, reason };
  }
  if (error instanceof RowChanged || error instanceof CommandIdReused) {
    return { code: 'CHANGED_ROW', reason: 'The row was imported before with other content.' };
  }
  if (error instanceof CommandConflict) return { code: 'CONFLICT', reason: error.message };
  if (error instanceof EventTooLarge) return { code: 'LIMIT_EXCEEDED', reason: error.message };
  return undefined;
}

function distinct(problems: readonly RowProblem[]): readonly RowProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ column, code }) => {
    const name = `${column ?? ''}\n${code}`;
    return !seen.has(name) && seen.add(name);
  });
}
