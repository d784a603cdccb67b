import { copyFileSync } from 'node:fs';
import { CommandGateway } from '#commands';
import type { CommandEnvelope, DecisionSources } from '#commands';
import { openSqliteEventLog } from '#event-log/sqlite';
import { removeDatabase } from '../synthetic/remove-database';
import { targetCommands } from '../synthetic/target-commands';
import { inParallel } from '../in-parallel';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface CommandsRequest {
  /** The log that the commands come on top of; left as it is. */
  readonly base: string;
  /** Where the log with their events is made; anything there is replaced. */
  readonly log: string;
  readonly organisations: readonly string[];
  /** Different rounds record under different ids. */
  readonly round: number;
}

export interface Commanded extends Round {
  /** Of the last event of the base. */
  readonly after: number;
}

const AT_A_TIME = 100;

/** These commands ask for streams only. */
const SOURCES: DecisionSources = {
  scorecard: () => Promise.resolve(undefined),
  casesOf: () => Promise.resolve([]),
};

/** Commands in process: loaded, decided, appended, and acknowledged once they are durable. */
servePart(() => Promise.resolve({ ready: undefined, ask: execute }));

async function execute(request: CommandsRequest): Promise<Commanded> {
  const { base, log: path, organisations, round } = request;
  removeDatabase(path);
  copyFileSync(base, path);
  const now = () => new Date();
  const log = openSqliteEventLog({ path, clock: now });
  try {
    const gateway = new CommandGateway({ log, sources: SOURCES, now });
    const commands: readonly CommandEnvelope[] = targetCommands(organisations, round);
    const after = await log.count();
    const start = performance.now();
    await inParallel(commands, AT_A_TIME, async (command) => {
      await gateway.execute([command]);
    });
    const seconds = (performance.now() - start) / 1000;
    return { units: (await log.count()) - after, seconds, after };
  } finally {
    await log.close();
  }
}
