import { randomUUID } from 'node:crypto';
import {
  complain,
  openReadModels,
  readSettings,
  reasonOf,
  say,
  SettingsInvalid,
  terminalCommand,
} from '#composition';
import { RebuildOrder, dropReadModels, dropSuperseded } from '#projection-engine';
import { PROJECTIONS } from '#projections';
import { listParked, park, retry } from './orders-to-park';
import type { EventOption, ParkOptions } from './orders-to-park';

const FAILED = 1;
const WRONG_SETTING = 2;

async function order(isPaused: boolean): Promise<void> {
  const store = openReadModels(readSettings(process.env, []));
  try {
    await new RebuildOrder(store).give({ isPaused }, randomUUID(), new Date());
  } finally {
    await store.close();
  }
}

async function dropOld(): Promise<void> {
  const store = openReadModels(readSettings(process.env, []));
  try {
    const lease = { holder: randomUUID(), now: new Date() };
    const { dropped, inUse } = await dropSuperseded(store, PROJECTIONS, lease);
    for (const { name, version } of dropped) say(`${name}, version ${version}: dropped`);
    for (const { name, version } of inUse) {
      say(`${name}, version ${version}: kept, since a program still keeps it up to date`);
    }
    const isNothing = dropped.length + inUse.length === 0;
    if (isNothing) say('There is nothing older than what is read.');
  } finally {
    await store.close();
  }
}

/** What is kept beside them (the ledger, what was delivered, what is parked) stays. */
async function dropAll(): Promise<void> {
  const store = openReadModels(readSettings(process.env, []));
  try {
    const lease = { holder: randomUUID(), now: new Date() };
    const { dropped, inUse } = await dropReadModels(store, PROJECTIONS, lease);
    const [used] = inUse;
    if (used !== undefined) {
      throw new Error(
        `a program keeps ${used.name}, version ${used.version}, up to date; stop services and projectors, wait ten seconds, and give it again`,
      );
    }
    for (const { name, version } of dropped) say(`${name}, version ${version}: dropped`);
    say('The read models are built from the first event at the next start.');
  } finally {
    await store.close();
  }
}

const program = terminalCommand('rebuild').description(
  'Controls when new versions of read models are built, and what they go on without, for all processes',
);
program
  .command('pause')
  .description('pauses building until it is resumed')
  .action(() => order(true));
program
  .command('resume')
  .description('resumes building')
  .action(() => order(false));
program
  .command('drop-old')
  .description('drops read models in versions that an upgrade has superseded')
  .action(dropOld);
program
  .command('from-scratch')
  .description(
    'drops all read models, and nothing else, while no service or projector runs: the next start builds them anew',
  )
  .action(dropAll);
program
  .command('park')
  .description(
    'lets read models go on without an event that they cannot apply; every answer says so',
  )
  .requiredOption('--event <id>', 'id of the event, as the status of the projection names it')
  .requiredOption('--reason <text>', 'why, for whoever reads the answers')
  .action(async (options: ParkOptions) => {
    say(await park(options));
  });
program
  .command('retry')
  .description('takes a parked event up again: read models that left it out are built anew')
  .requiredOption('--event <id>', 'id of the event')
  .action(async (options: EventOption) => {
    say(await retry(options));
  });
program
  .command('parked')
  .description('lists the events that are parked')
  .action(async () => {
    say(await listParked());
  });

program.parseAsync().catch((error: unknown) => {
  complain(`The order was not given: ${reasonOf(error)}`);
  process.exitCode = error instanceof SettingsInvalid ? WRONG_SETTING : FAILED;
});
