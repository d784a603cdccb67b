import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandGateway } from '#commands';
import { openSubjectVault, ReadModelSources } from '#composition';
import type { Actor } from '#vocabulary';
import type { EventLog, RecordedEvent } from '#event-log';
import { openSqliteEventLog } from '#event-log/sqlite';
import { ProjectionEngine } from '#projection-engine';
import type { Projection } from '#projection-engine';
import { SCORECARDS, pledgesProjection, scorecardsProjection } from '#projections';
import type { ScorecardDocument } from '#projections';
import type { DocumentStore } from '#read-models';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import type { BundleFile } from '../reading/bundle-files';
import { bundleOfFiles } from '../reading/bundle-files';
import type { ImportReport, RowResult } from '../report/import-report';
import { runImport } from '../running/import-run';
import type { ImportOptions } from '../running/import-run';
import type { Waiting } from '../running/outages';

const NOW = new Date('2025-06-01T00:00:00Z');
const ACTOR: Actor = { id: 'operator', role: 'OPERATOR', organisation: 'superior' };

/** Takes bundles on stores of its own, with the read models that decisions ask. */
export class ImportingOffice {
  readonly gateway: CommandGateway;
  readonly stopping = new AbortController();
  readonly waited: Waiting[] = [];
  private imports = 0;

  private constructor(
    private readonly folder: string,
    readonly log: EventLog,
    private readonly store: DocumentStore,
    private readonly engine: ProjectionEngine,
  ) {
    const sources = new ReadModelSources(log, engine);
    const sealing = openSubjectVault({});
    this.gateway = new CommandGateway({ log, sources, sealing, now: () => NOW });
  }

  /** @param projections the read models that it keeps; by default, those that decisions ask */
  static async open(
    projections: readonly Projection[] = [scorecardsProjection, pledgesProjection],
  ): Promise<ImportingOffice> {
    const folder = mkdtempSync(join(tmpdir(), 'import-'));
    const log = openSqliteEventLog({ path: join(folder, 'log.db'), clock: () => NOW });
    const store = openSqliteDocumentStore({ path: join(folder, 'views.db') });
    const engine = new ProjectionEngine({
      log,
      store,
      projections,
      holder: 'test',
      now: () => NOW,
      onStopped: () => {
        // The next question to the engine fails.
      },
    });
    await engine.start();
    return new ImportingOffice(folder, log, store, engine);
  }

  async take(
    files: readonly BundleFile[],
    gateway: ImportOptions['gateway'] = this.gateway,
  ): Promise<ImportReport> {
    this.imports += 1;
    return runImport(await bundleOfFiles(files), {
      gateway,
      log: this.log,
      models: this.engine,
      actor: ACTOR,
      importId: `import-${this.imports}`,
      dryRun: false,
      onWaiting: (waiting) => this.waited.push(waiting),
      signal: this.stopping.signal,
    });
  }

  events(): Promise<readonly RecordedEvent[]> {
    return this.log.readAllSlice({ maxCount: 10_000 });
  }

  /** The states of its read models, once they have read everything. */
  async statesOfModels(): Promise<ReadonlySet<string>> {
    await this.engine.caughtUp();
    return new Set((await this.engine.status()).map(({ state }) => state));
  }

  /** By organisation, without the places where their evidence lies in the log. */
  async scorecards(): Promise<Readonly<Record<string, unknown>>> {
    const head = await this.log.head();
    if (head !== undefined) await this.engine.waitFor('scorecards', head, 30_000);
    const collection = await this.engine.collection<ScorecardDocument>(SCORECARDS);
    const scorecards: Record<string, unknown> = {};
    for await (const { id, json } of collection.dump()) scorecards[id] = withoutPlaces(json);
    return scorecards;
  }

  async close(): Promise<void> {
    await this.engine.stop();
    await this.store.close();
    await this.log.close();
    rmSync(this.folder, { recursive: true });
  }
}

export function refusedRows({ results }: ImportReport): readonly RowResult[] {
  return results.filter(({ outcome }) => outcome === 'REFUSED');
}

/** The same facts recorded in another order lie at other positions. */
function withoutPlaces(json: string): unknown {
  return JSON.parse(json, (name, value: unknown) => (PLACES.has(name) ? undefined : value));
}

const PLACES = new Set(['position', 'revision', 'basedOn']);
