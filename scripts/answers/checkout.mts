import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'csv-parse/sync';
import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { listeningAddress, post, untilReady } from '../running.mts';
import type { Answered } from '../running.mts';
import type { Json, JsonObject } from './json.mts';

/** An event as the file of the log holds it. */
export interface StoredEvent extends JsonObject {
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
  readonly revision: number;
  readonly schemaVersion: number;
}

/** A service that runs from a checkout. */
export interface RunningCheckout {
  ask(query: string, variables?: object): Promise<Answered>;
  stop(): Promise<void>;
}

/** A version of this project, built: its programs run as they are, nothing is written to its folder. */
export class Checkout {
  readonly name: string;
  readonly folder: string;

  constructor(name: string, folder: string) {
    this.name = name;
    this.folder = folder;
  }

  get schema(): GraphQLSchema {
    return buildSchema(readFileSync(join(this.folder, 'schema.graphql'), 'utf8'));
  }

  get sample(): string {
    return join(this.folder, 'samples', 'ward-2024');
  }

  get presets(): string {
    return join(this.folder, 'frameworks');
  }

  /** Imports a bundle with the command of this version, and returns what it reports of each row. */
  import(bundle: string, dataDir: string, workspace: string): readonly JsonObject[] {
    // The report is written beside the bundle, which may be read-only.
    const copy = join(mkdtempSync(join(workspace, 'bundle-')), basename(bundle));
    cpSync(bundle, copy, { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [this.program('import.cli'), copy], {
      cwd: workspace,
      env: environment(dataDir),
      encoding: 'utf8',
    });
    // 1: some rows were refused, which the report says.
    if (status !== 0 && status !== 1) throw new Error(`${this.name}: the import failed: ${stderr}`);
    const report = readFileSync(join(copy, 'import-report.csv'), 'utf8');
    return parse<Record<string, string>>(report, { columns: true, bom: true });
  }

  async start(dataDir: string, ...flags: readonly string[]): Promise<RunningCheckout> {
    const child = spawn(process.execPath, [this.program('main'), ...flags], {
      cwd: dataDir,
      env: environment(dataDir),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    const url = await listeningAddress(child);
    await untilReady(url);
    return {
      ask: (query, variables = {}) => post(url, query, { variables }),
      stop: async () => {
        child.kill('SIGTERM');
        await once(child, 'exit');
        process.off('exit', kill);
      },
    };
  }

  private program(name: string): string {
    return join(this.folder, 'dist', 'apps', 'api', `${name}.js`);
  }
}

/** No clock records anything while two versions are compared. */
function environment(dataDir: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataDir,
    DUE_DATES: 'off',
    LOG_LEVEL: 'warn',
  };
}

/** Everything recorded in a data folder, in order. */
export function storedEvents(dataDir: string): readonly StoredEvent[] {
  const log = new DatabaseSync(join(dataDir, 'log.db'), { readOnly: true });
  const rows = log.prepare('SELECT * FROM event ORDER BY position').all();
  log.close();
  const parsed = (text: unknown) => JSON.parse(String(text)) as JsonObject;
  return rows.map((row) => ({
    position: Number(row.position),
    id: String(row.id),
    stream: String(row.stream),
    revision: Number(row.revision),
    type: String(row.type),
    schemaVersion: Number(row.schema_version),
    recordedAt: String(row.recorded_at),
    data: parsed(row.data),
    metadata: parsed(row.metadata),
  }));
}

/** The data of an answer, or what its errors say: not where, which depends on whether the query was compiled already. */
export function contentOf({ data, errors }: Answered): Json {
  return (errors === undefined ? data : { errors: errors.map(withoutLocations) }) as Json;
}

function withoutLocations(error: object): object {
  return Object.fromEntries(Object.entries(error).filter(([key]) => key !== 'locations'));
}
