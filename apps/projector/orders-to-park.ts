import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { openReadModels, openStoredLogToRead, readSettings } from '#composition';
import { isOurs } from '#event-log';
import type { EventLog } from '#event-log';
import { ParkedEvents, referenceTo } from '#projection-engine';
import type { EventReference } from '#projection-engine';

/** An order that makes no sense as it is; the message says why, and what would. */
export class OrderUnclear extends Error {
  override readonly name = 'OrderUnclear';
}

export interface EventOption {
  readonly event: string;
}

export interface ParkOptions extends EventOption {
  readonly reason: string;
}

const LONGEST_REASON = 1_000;

/** Lets projections leave the event out where they cannot apply it. */
export async function park({ event, reason }: ParkOptions): Promise<string> {
  const because = reason.trim().normalize('NFC');
  if (because === '' || because.length > LONGEST_REASON || /\p{Cc}|\p{Cs}/u.test(because)) {
    throw new OrderUnclear(`--reason takes one line of 1 to ${LONGEST_REASON} characters`);
  }
  const reference = await lookedUp(event);
  await withParked((parked) =>
    parked.park(
      { ...reference, reason: because, by: operator(), at: new Date().toISOString() },
      { holder: randomUUID(), now: new Date() },
    ),
  );
  return `${lineOf(reference)}: parked. A projection that cannot apply it goes on without it, and every answer says so.`;
}

/** Has projections apply the event again; those that left it out are built anew. */
export async function retry({ event }: EventOption): Promise<string> {
  const id = event.toLowerCase();
  const wasParked = await withParked((parked) =>
    parked.retry(id, { holder: randomUUID(), now: new Date() }),
  );
  if (!wasParked) {
    throw new OrderUnclear(`${event} is not parked; \`npm run rebuild -- parked\` lists what is`);
  }
  return `${id}: taken up again. Projections that left it out are built anew.`;
}

export async function listParked(): Promise<string> {
  const parked = await withParked((events) => events.all());
  if (parked.length === 0) return 'No event is parked.';
  return parked.map((one) => `${lineOf(one)}: ${one.reason} (${one.by}, ${one.at})`).join('\n');
}

async function withParked<T>(work: (parked: ParkedEvents) => Promise<T>): Promise<T> {
  const store = openReadModels(readSettings(process.env, []));
  try {
    return await work(new ParkedEvents(store));
  } finally {
    await store.close();
  }
}

/** By reading the log through: no store finds an event by its id alone. */
async function lookedUp(id: string): Promise<EventReference> {
  const log = openStoredLogToRead(readSettings(process.env, []));
  try {
    return await found(log, id.toLowerCase());
  } finally {
    await log.close();
  }
}

async function found(log: EventLog, id: string): Promise<EventReference> {
  for await (const event of log.readAll()) {
    if (event.id !== id) continue;
    if (!isOurs(event)) {
      throw new OrderUnclear(`${id} is not ours: every projection sets it aside as it is`);
    }
    return referenceTo(event);
  }
  throw new OrderUnclear(`The log holds no event ${id}; the status of the projection names its id`);
}

function lineOf({ event, type, stream, revision, position }: EventReference): string {
  return `${event} ${type} (stream ${stream}, revision ${revision}, position ${position})`;
}

function operator(): string {
  return `${userName()}@${hostname()}`;
}

/** In a container, the user may have no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
