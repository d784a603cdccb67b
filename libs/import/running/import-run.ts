import { CommandIdReused, CommandRefused } from '#commands';
import type { CommandEnvelope, CommandGateway } from '#commands';
import type { Actor } from '#vocabulary';
import type { EventLog, ImportSource } from '#event-log';
import type { ProjectedModels } from '#projection-engine';
import type { Bundle, Table, TableRow } from '../reading/bundle';
import { untilCounted } from './until-counted';
import { actorOf } from './offices';
import { RegisteredOrganisations } from './registered-organisations';
import { frameworksInOrder } from '../frameworks/framework-order';
import type { FrameworkToTake } from '../frameworks/framework-order';
import type { ImportContext, RowCommand, TableImport, TableName, TableOfRows } from '../tables';
import type { ImportReport, RowResult } from '../report/import-report';
import { inParallel } from './in-parallel';
import { Outages } from './outages';
import type { OutageOptions } from './outages';
import { RecordedRows } from './recorded-rows';
import type { RowToFind } from './recorded-rows';
import { identityOf, spelledIdentityOf } from './row-identity';
import type { RowIdentity } from './row-identity';
import { changedProblem, changedSealedProblem, isChanged, problemOf } from './row-problem';
import { Turns } from './turns';
import { RowReader } from '../rows/row-reader';
import type { RowProblem } from '../rows/row-reader';
import { columnResults } from './column-results';

import { TABLE_IMPORTS, TABLE_NAMES } from '../tables';

export interface ImportOptions extends OutageOptions {
  readonly gateway: Pick<CommandGateway, 'execute'>;
  readonly log: Pick<EventLog, 'readStreamSlice'>;
  readonly models: Pick<ProjectedModels, 'caughtUp' | 'through'>;
  readonly actor: Actor;
  readonly importId: string;
  readonly dryRun: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

const IN_PARALLEL = 100;
/** Rows imported before the read models that their decisions query have to catch up. */
const PORTION = 500;

/**
 * Imports a bundle row by row, through the same commands as every client; see the import contract.
 * It waits for a store that is away. If it ends early, the rows imported so far are recorded, and repeating the
 * import resumes it.
 */
export async function runImport(bundle: Bundle, options: ImportOptions): Promise<ImportReport> {
  const run = new ImportRun(bundle, options);
  for (const name of TABLE_NAMES) await run.take(name);
  const { importId, dryRun } = options;
  return { importId, dryRun, results: run.results };
}

interface Place {
  readonly file: string;
  readonly row: number;
}

class ImportRun {
  readonly results: RowResult[] = [];
  private readonly total: number;
  private done = 0;
  private readonly context: ImportContext;
  private readonly outages: Outages;
  private readonly registered: RegisteredOrganisations;
  private readonly recorded: RecordedRows;
  private readonly turns = new Turns();

  constructor(
    bundle: Bundle,
    private readonly options: ImportOptions,
  ) {
    this.outages = new Outages(options);
    this.registered = new RegisteredOrganisations(options.log);
    this.recorded = new RecordedRows(options.log);
    this.results.push(...(bundle.notices ?? []));
    this.context = { bundle, establishedOn: (id) => this.registered.establishedOn(id) };
    const rows = [...bundle.tables.values()].map((table) => table.rows.length);
    this.total = rows.reduce((sum, count) => sum + count, bundle.frameworks.length);
  }

  async take(name: TableName): Promise<void> {
    const { bundle } = this.context;
    if (name === 'frameworks') {
      for (const framework of frameworksInOrder(bundle.frameworks)) {
        this.results.push(...(await this.outages.bridge(() => this.takeFramework(framework))));
        this.progress(1);
      }
      return;
    }
    const table = bundle.tables.get(name);
    if (table !== undefined) await this.takeTable(name, table);
  }

  private async takeTable(name: TableOfRows, table: Table): Promise<void> {
    const tableImport = TABLE_IMPORTS[name];
    const resultsOfColumns = columnResults(table, tableImport);
    this.results.push(...resultsOfColumns);
    if (resultsOfColumns.some(({ outcome }) => outcome === 'REFUSED')) {
      this.progress(table.rows.length);
      return;
    }
    const results = new Map<number, readonly RowResult[]>();
    const { rows } = table;
    for (const portion of tableImport.queries === undefined ? [rows] : portionsOf(rows)) {
      const { queries } = tableImport;
      if (queries !== undefined) {
        await this.outages.bridge(() => untilCounted(queries, this.options.models));
      }
      await inParallel(portion, tableImport.oneByOne === true ? 1 : IN_PARALLEL, async (row) => {
        await this.turns.take();
        const result = await this.outages.bridge(() => this.takeRow(name, table, tableImport, row));
        results.set(row.number, result);
        this.progress(1);
      });
    }
    for (const { number } of rows) this.results.push(...(results.get(number) ?? []));
  }

  private async takeRow(
    name: TableOfRows,
    table: Table,
    tableImport: TableImport,
    row: TableRow,
  ): Promise<readonly RowResult[]> {
    const place = { file: table.file, row: row.number };
    const reader = new RowReader(row);
    const commands = await tableImport.commands(reader, this.context);
    assertDeclared(commands, tableImport);
    if (reader.problems.length > 0) {
      return distinct(reader.problems).map((problem) => refused(place, problem));
    }
    const { columnsOfFields = {} } = tableImport;
    const { columns } = table;
    return this.execute(place, {
      commands,
      identity: identityOf(name, tableImport, reader),
      spelled: spelledIdentityOf(name, tableImport, row),
      columns: { columns, columnsOfFields },
      valueAt: (column) => reader.taken(column),
      ...(row.spelled !== undefined && {
        spelledCommands: await tableImport.commands(
          new RowReader({ number: row.number, cells: row.spelled }),
          this.context,
        ),
      }),
    });
  }

  private async takeFramework({ file, read }: FrameworkToTake): Promise<readonly RowResult[]> {
    const place = { file, row: 1 };
    if (!read.ok) return [refused(place, read.problem)];
    return this.execute(place, { ...read, columns: {} });
  }

  private async execute(place: Place, row: RowToFind): Promise<readonly RowResult[]> {
    const { commands, identity, columns } = row;
    if (commands.length === 0) return [{ ...place, outcome: 'ALREADY_THERE' }];
    if (await this.recorded.isThereAsSpelled(row)) return [{ ...place, outcome: 'ALREADY_THERE' }];
    const envelopes = await this.envelopes(place, identity, commands);
    try {
      const { duplicate, source } = await this.options.gateway.execute(envelopes);
      const wasThere = duplicate && !this.isOwn(place, source);
      return [{ ...place, outcome: wasThere ? 'ALREADY_THERE' : 'RECORDED' }];
    } catch (error) {
      const sealed = sealedReused(error, row);
      if (sealed !== undefined) return [refused(place, changedSealedProblem(sealed.datedBy))];
      if (await this.isChanged(error, row)) return this.changed(place, row);
      const datedBy = (commandId: string | undefined): string | undefined =>
        commands.find((_, step) => identity.commandId(step) === commandId)?.datedBy;
      const problem = problemOf(error, { ...columns, datedBy });
      if (problem === undefined) throw error;
      return [refused(place, problem)];
    }
  }

  private async isChanged(error: unknown, row: RowToFind): Promise<boolean> {
    if (isChanged(error)) return true;
    return error instanceof CommandRefused && this.recorded.isThereOtherwiseSpelled(row);
  }

  /** One result for each column that says something else than when the row was recorded. */
  private async changed(place: Place, row: RowToFind): Promise<readonly RowResult[]> {
    const differences = await this.recorded.differencesOf(row);
    return differences.length === 0
      ? [{ ...place, outcome: 'ALREADY_THERE' }]
      : differences.map((difference) => refused(place, changedProblem(difference)));
  }

  /** A row that was recorded, of which the import did not hear as a store went away, is sent again and found there. */
  private isOwn({ file, row }: Place, source: ImportSource | undefined): boolean {
    return source?.importId === this.options.importId && source.file === file && source.row === row;
  }

  private async envelopes(
    { file, row }: Place,
    rowIdentity: RowIdentity,
    commands: readonly RowCommand[],
  ): Promise<readonly CommandEnvelope[]> {
    const { actor, importId } = this.options;
    const { key, digest } = rowIdentity;
    const source = { kind: 'IMPORT', importId, file, row, key, digest } as const;
    return Promise.all(
      commands.map(async ({ command, clear, effectiveAt, onBehalfOf, legalBasis }, step) => ({
        command,
        ...(clear && { clear }),
        effectiveAt,
        ...(onBehalfOf && {
          onBehalfOf: await actorOf(onBehalfOf, effectiveAt, this.registered),
        }),
        ...(legalBasis && { legalBasis }),
        commandId: rowIdentity.commandId(step),
        correlationId: importId,
        actor,
        source,
      })),
    );
  }

  private progress(rows: number): void {
    this.done += rows;
    this.options.onProgress?.(this.done, this.total);
  }
}

/** The command whose texts are others than when its row was recorded. */
function sealedReused(error: unknown, { commands, identity }: RowToFind): RowCommand | undefined {
  if (!(error instanceof CommandIdReused)) return undefined;
  return commands.find(
    ({ clear }, step) => clear !== undefined && identity.commandId(step) === error.commandId,
  );
}

function refused(place: Place, problem: RowProblem): RowResult {
  return { ...place, outcome: 'REFUSED', ...problem };
}

function distinct(problems: readonly RowProblem[]): readonly RowProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ column, code }) => {
    const name = `${column ?? ''}\n${code}`;
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

function portionsOf<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(rows.length / PORTION);
  return Array.from({ length: count }, (_, at) => rows.slice(at * PORTION, (at + 1) * PORTION));
}

/** A table that becomes other commands than it declares is a defect of the table, not of a row. */
function assertDeclared(commands: readonly RowCommand[], { gives }: TableImport): void {
  const other = commands.find(({ command }) => !gives.includes(command.type));
  if (other !== undefined) throw new TypeError(`The table does not declare ${other.command.type}`);
}
