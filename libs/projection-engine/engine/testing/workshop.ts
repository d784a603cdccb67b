import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog, NewEvent, Position } from '#event-log';
import { openSqliteEventLog } from '#event-log/sqlite';
import type { DocumentStore } from '#read-models';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import type { Projection } from '../../runner';
import { recorded } from '#projection-engine/testing';
import type { ProjectedModels } from '../projected-models.port';
import { ProjectionEngine } from '../projection-engine';
import type { ProjectionEngineOptions } from '../projection-engine-options';
import type { Names } from './names';

/** Long enough for anything that is going to happen at all. */
export const SOON_MS = 10_000;

/** A real log and store of their own, and the engines that work on them. */
export class Workshop {
  readonly log: EventLog;
  readonly store: DocumentStore;
  /** What the engines were loud about. */
  readonly stopped: { readonly projection: string; readonly error: unknown }[] = [];
  now = new Date('2024-05-01T00:00:00Z');
  private readonly folder = mkdtempSync(join(tmpdir(), 'engine-'));
  private readonly engines: ProjectionEngine[] = [];

  constructor() {
    this.log = openSqliteEventLog({ path: join(this.folder, 'log.db'), clock: () => this.now });
    this.store = openSqliteDocumentStore({ path: join(this.folder, 'views.db') });
  }

  engine(
    projections: readonly Projection[],
    options: Partial<ProjectionEngineOptions> = {},
  ): ProjectionEngine {
    const engine = new ProjectionEngine({
      log: this.log,
      store: this.store,
      projections,
      holder: 'one',
      now: () => this.now,
      onStopped: (projection, error) => this.stopped.push({ projection, error }),
      batchSize: 2,
      ...options,
    });
    this.engines.push(engine);
    return engine;
  }

  async started(
    projections: readonly Projection[],
    options: Partial<ProjectionEngineOptions> = {},
  ): Promise<ProjectionEngine> {
    const engine = this.engine(projections, options);
    await engine.start();
    return engine;
  }

  /** Has the projections catch up, and ends. */
  async catchUpOnce(
    projections: readonly Projection[],
    options: Partial<ProjectionEngineOptions> = {},
  ): Promise<void> {
    const engine = await this.started(projections, options);
    await engine.caughtUp();
    await engine.stop();
  }

  secondsPass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }

  /** Records one event after the other: `a1` renames organisation `a` to `a1`. */
  async record(...names: readonly string[]): Promise<Position> {
    let position: Position | undefined;
    for (const name of names) {
      const stream = `organisation-${name.slice(0, 1)}`;
      const last = await this.log.readStreamSlice(stream, 'end', {
        direction: 'backwards',
        maxCount: 1,
      });
      const expected = last[0]?.revision ?? 'no-stream';
      ({ position } = await this.log.append(stream, expected, [renaming(name)]));
    }
    if (position === undefined) throw new RangeError('Nothing to record');
    return position;
  }

  async read(models: ProjectedModels, id: string, from = 'names'): Promise<unknown> {
    const collection = await models.collection<Names>(from);
    const found = (await collection.load([id])).get(id)?.body;
    return found === 'deleted' ? undefined : found?.events;
  }

  async state(models: ProjectedModels, name = 'names'): Promise<string | undefined> {
    return (await models.status()).find((status) => status.name === name)?.state;
  }

  async ownership(models: ProjectedModels, name = 'names'): Promise<string | undefined> {
    return (await models.status()).find((status) => status.name === name)?.ownership;
  }

  async close(): Promise<void> {
    for (const engine of this.engines) await engine.stop();
    await this.store.close();
    await this.log.close();
    rmSync(this.folder, { recursive: true });
  }
}

function renaming(name: string): NewEvent {
  const [fact] = recorded({
    type: 'OrganisationRenamed',
    data: { organisation: name.slice(0, 1), name },
    effectiveAt: '2024-04-01T00:00:00+07:00',
  });
  if (fact === undefined) throw new RangeError('One fact is recorded as one event');
  const { type, schemaVersion, data, metadata } = fact;
  const suffix = Buffer.from(name).toString('hex').padStart(12, '0');
  return { id: `00000000-0000-5000-8000-${suffix}`, type, schemaVersion, data, metadata };
}
