import { randomUUID } from 'node:crypto';
import { Upcasters } from '#event-log';
import type { EventMetadata, RecordedEvent } from '#event-log';
import { recorded } from '#projection-engine/testing';
import { ParkedEvents, referenceTo } from '.';
import type { ProjectionEngine } from '.';
import { SOON_MS, Workshop, namesOf, until } from './testing';

let workshop: Workshop;
let setAside: RecordedEvent[];

beforeEach(() => {
  workshop = new Workshop();
  setAside = [];
});
afterEach(async () => {
  await workshop.close();
});

const UPCASTERS = new Upcasters([]);
const projections = [namesOf(), namesOf({ name: 'others', spec: { name: 'others', indexes: [] } })];

const started = (batchSize = 100) =>
  workshop.started(projections, {
    batchSize,
    read: (event) => UPCASTERS.upcast(event),
    onSetAside: (events) => setAside.push(...events),
  });

interface Odd {
  readonly type?: string;
  readonly schemaVersion?: number;
  readonly metadata?: unknown;
}

/** Recorded in the stream of organisation `a`, behind what is there. */
async function recordOdd(odd: Odd): Promise<RecordedEvent> {
  const [usual] = recorded({
    type: 'OrganisationRenamed',
    data: { organisation: 'a', name: 'odd' },
    effectiveAt: '2024-04-01T00:00:00+07:00',
  });
  if (usual === undefined) throw new RangeError('One fact is recorded as one event');
  const { type, schemaVersion, data, metadata } = { ...usual, ...odd };
  const stream = 'organisation-a';
  const before = await workshop.log.readStreamSlice(stream, 0);
  // Whatever somebody else writes beside an event, the log gives it back.
  const event = { type, schemaVersion, data, metadata: metadata as EventMetadata };
  await workshop.log.append(stream, before.length - 1, [{ id: randomUUID(), ...event }]);
  const [last] = await workshop.log.readStreamSlice(stream, before.length);
  if (last === undefined) throw new RangeError('It was not recorded');
  return last;
}

async function statesOf(engine: ProjectionEngine) {
  return (await engine.status()).map(({ state, stoppedAt, eventsApplied }) => ({
    state,
    event: stoppedAt?.event,
    eventsApplied,
  }));
}

describe('what a newer program recorded', () => {
  it.each<[string, Odd, string]>([
    ['a type that is not known', { type: 'OrganisationTwinned' }, 'does not know'],
    ['a newer version', { schemaVersion: 2 }, 'has schema version 2'],
  ])('stops every projection exactly there: %s', async (_what, odd, reason) => {
    await workshop.record('a1', 'b1');
    const unknown = await recordOdd(odd);
    await workshop.record('a2');
    const engine = await started();
    await engine.caughtUp();

    const stopped = { state: 'STOPPED', event: unknown.id, eventsApplied: 2 };
    expect(await statesOf(engine)).toEqual([stopped, stopped]);
    const [status] = await engine.status();
    expect(status?.stoppedAt).toMatchObject({
      type: unknown.type,
      stream: 'organisation-a',
      revision: 1,
      reason: expect.stringContaining(reason),
      remedy: expect.stringContaining('upgrade this program'),
    });
  });

  it('stops those that follow, as well', async () => {
    await workshop.record('a1');
    const engine = await started();
    await engine.caughtUp();
    const unknown = await recordOdd({ schemaVersion: 2 });
    await until(async () => (await statesOf(engine)).every(({ state }) => state === 'STOPPED'));

    const stopped = { state: 'STOPPED', event: unknown.id, eventsApplied: 1 };
    expect(await statesOf(engine)).toEqual([stopped, stopped]);
  });

  it('is left out by all alike once it is parked', async () => {
    await workshop.record('a1');
    const unknown = await recordOdd({ type: 'OrganisationTwinned' });
    const engine = await started();
    await engine.caughtUp();
    const order = { reason: 'not for us', by: 'clerk', at: '2024-05-01T00:00:00Z' };
    const giving = { holder: 'operator', now: workshop.now };
    await new ParkedEvents(workshop.store).park({ ...referenceTo(unknown), ...order }, giving);
    await until(async () => (await statesOf(engine)).every(({ state }) => state === 'RUNNING'));
    const position = await workshop.record('a2');

    for (const { name } of projections) {
      expect(await engine.waitFor(name, position, SOON_MS)).toBe(true);
      expect(await workshop.read(engine, 'a', name)).toEqual(['a1', 'a2']);
    }
    expect((await engine.leftOut()).map(({ readModel, event }) => [readModel, event])).toEqual([
      ['names', unknown.id],
      ['others', unknown.id],
    ]);
  });
});

describe("somebody else's events in a stream of ours", () => {
  const foreign: Odd = { metadata: { writer: 'somebody' } };

  it.each([1, 2, 100])('are set aside by all, in batches of %i', async (batchSize) => {
    await workshop.record('a1');
    await recordOdd(foreign);
    await recordOdd({ ...foreign, type: 'SomethingElse', schemaVersion: 9 });
    await workshop.record('a2');
    const last = await recordOdd(foreign);
    const engine = await started(batchSize);
    await engine.caughtUp();

    const running = { state: 'RUNNING', event: undefined, eventsApplied: 5 };
    expect(await statesOf(engine)).toEqual([running, running]);
    expect(await engine.through('names')).toBe(last.position);
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2']);
    expect(await engine.setAside()).toBe(3);
  });

  it('are counted and told once, whoever comes upon them again', async () => {
    await workshop.record('a1');
    const first = await recordOdd(foreign);
    await (await started()).caughtUp();
    const second = await recordOdd(foreign);
    const version = { version: 2, spec: { name: 'names', indexes: [] } };
    const rebuilt = await workshop.started([namesOf(version)], {
      holder: 'two',
      onSetAside: (events) => setAside.push(...events),
    });
    await rebuilt.caughtUp();
    await until(async () => (await rebuilt.setAside()) === 2);

    expect(setAside.map(({ id }) => id)).toEqual([first.id, second.id]);
  });
});
