import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { CommandGateway } from '#commands';
import { traced } from '#event-log';
import type { SubjectVault } from '#identity';
import type { EventLog, RecordedEvent } from '#event-log';
import { EventNotApplied, ProjectionEngine, StoredModels } from '#projection-engine';
import type { ProjectedModels, ProjectionEngineOptions } from '#projection-engine';
import { PROJECTIONS } from '#projections';
import type { DocumentStore } from '#read-models';
import type { Settings } from './settings';
import { ReadModelSources } from './decision-sources';
import { requireMigrated } from './migrated-log';
import { MissingEventsFound } from './missing-events';
import type { MissingEvents } from './missing-events';
import { inCurrentVersion } from './versions';
import { openEventLogTwice, openReadModels } from './open-stores';
import { openSubjectVault, recordPendingErasures } from './subject-vault';
import type { SubjectKeySettings } from './subject-vault';
import type { EventLogSettings } from './open-stores';

/** The parts of one running service, without its interface to the outside. */
export interface Service {
  readonly log: EventLog;
  /** The same, as its events are stored: for what judges each by itself. */
  readonly stored: EventLog;
  readonly store: DocumentStore;
  readonly models: ProjectedModels;
  /** Names this process among those that could run projections and processes. */
  readonly holder: string;
  readonly gateway: CommandGateway;
  readonly missingEvents: MissingEvents;
  /** What people are called, and texts of cases: sealed with keys of their own. */
  readonly vault: SubjectVault;
  /** The clock of the service. */
  readonly now: () => Date;
  /** Stops the running parts, then closes the stores. */
  close(): Promise<void>;
}

export type ServiceSettings = EventLogSettings &
  Pick<Settings, 'dataDir' | 'readModelsUrl'> &
  SubjectKeySettings &
  Partial<
    Pick<Settings, 'projections' | 'readModelsUser' | 'readModelsPassword' | 'telemetryEndpoint'>
  >;

/**
 * Opens the stores and, unless other processes run them, starts the projections, which catch up
 * in the background.
 *
 * @param clock the time of the service and of recording; by default this machine's, and the
 * store's own for recording
 * @throws StreamNamedOtherwise on a log of an earlier version that has yet to be migrated
 */
export async function openService(
  settings: ServiceSettings,
  logger: Logger,
  clock?: () => Date,
): Promise<Service> {
  const now = clock ?? (() => new Date());
  const { log: asOpened, stored } = openEventLogTwice(settings, clock);
  const log = settings.telemetryEndpoint === undefined ? asOpened : traced(asOpened);
  const opened: { close(): Promise<void> }[] = [log];
  try {
    await requireMigrated(log);
    const store = openReadModels(settings);
    opened.unshift(store);
    const holder = holderOn(settings);
    const parts = { log: stored, store, projections: PROJECTIONS, now };
    const models =
      settings.projections === false
        ? new StoredModels(parts)
        : await startedEngine({ ...parts, read: inCurrentVersion, holder }, logger);
    opened.unshift({ close: () => models.stop() });
    const sources = new ReadModelSources(log, models);
    const missing = new MissingEventsFound(logger);
    const vault = openSubjectVault(settings);
    opened.push(vault);
    const gateway = new CommandGateway({
      log,
      sources,
      now,
      sealing: vault,
      onIncomplete: missing.add,
    });
    const endErasures = await recordPendingErasures(vault, gateway, logger);
    opened.unshift({ close: async () => endErasures() });
    const missingEvents = missing.streams;
    const close = () => closeAll(opened);
    return { log, stored, store, models, holder, gateway, missingEvents, vault, now, close };
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

async function startedEngine(
  parts: Omit<ProjectionEngineOptions, 'onStopped'>,
  logger: Logger,
): Promise<ProjectionEngine> {
  const engine = new ProjectionEngine({
    ...parts,
    onStopped: (projection, error) => {
      const at = error instanceof EventNotApplied ? { at: error.at } : {};
      logger.fatal({ projection, ...at, err: error }, 'A projection stopped and does not go on');
    },
    onSetAside: (events) => {
      const [first] = events;
      logger.warn(
        { events: events.length, ...(first && placeOf(first)) },
        'Events in streams of ours that no program of ours recorded are set aside',
      );
    },
    onLost: (projection) => {
      logger.warn({ projection }, 'Another process took a projection over: this one stalled');
    },
  });
  await engine.start();
  return engine;
}

/** Nothing of somebody else's event but where it is. */
function placeOf({ id, type, stream, revision, position }: RecordedEvent) {
  return { first: { event: id, type, stream, revision, position: position.toString() } };
}

/** Where only one process is admitted, it takes over from a killed predecessor. */
function holderOn(settings: ServiceSettings): string {
  return admitsOneProcess(settings) ? 'embedded' : `${hostname()}/${process.pid}/${randomUUID()}`;
}

/** A log in a file can be written by one process at a time. */
function admitsOneProcess({ eventLogUrl }: ServiceSettings): boolean {
  return eventLogUrl.startsWith('sqlite:');
}

/** Closes each store after its users, and all of them even if one fails. */
async function closeAll(parts: readonly { close(): Promise<void> }[]): Promise<void> {
  const failures: unknown[] = [];
  for (const part of parts) {
    await part.close().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'The service did not close cleanly');
}
