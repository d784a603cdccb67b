import type { EventLog, LogMessage } from '#event-log';
import { dyingStore, overriding } from '#projection-engine/testing';
import { SOON_MS, Workshop, namesOf } from './testing';
import { StreamGap } from '.';

let workshop: Workshop;

beforeEach(() => {
  workshop = new Workshop();
});
afterEach(async () => {
  await workshop.close();
});

describe('a stream with an event missing', () => {
  /** The log without one of its events. */
  function logWithout(name: string): EventLog {
    const isKept = ({ data }: { readonly data: unknown }): boolean =>
      (data as { readonly name?: string }).name !== name;
    const subscribe = async function* (
      ...options: Parameters<EventLog['subscribe']>
    ): AsyncIterable<LogMessage> {
      for await (const message of workshop.log.subscribe(...options)) {
        if (message.kind !== 'event' || isKept(message.event)) yield message;
      }
    };
    return overriding(workshop.log, {
      subscribe,
      readAllSlice: async (...options: Parameters<EventLog['readAllSlice']>) =>
        (await workshop.log.readAllSlice(...options)).filter(isKept),
    });
  }

  it('stops what is catching up', async () => {
    await workshop.record('a1', 'a2', 'a3');
    const engine = await workshop.started([namesOf()], { log: logWithout('a2') });
    await engine.caughtUp();
    expect(workshop.stopped).toEqual([
      { projection: 'names', error: new StreamGap('organisation-a', 1, 2) },
    ]);
    expect(await workshop.state(engine)).toBe('STOPPED');
  });

  it('stops what is following, also after a restart', async () => {
    await workshop.record('a1', 'a2');
    await workshop.catchUpOnce([namesOf()]);
    const engine = await workshop.started([namesOf()], { log: logWithout('a3') });
    await engine.caughtUp();
    expect(await engine.waitFor('names', await workshop.record('a3', 'a4'), SOON_MS)).toBe(false);
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2']);
    expect(workshop.stopped[0]?.error).toBeInstanceOf(StreamGap);
  });

  it('is not suspected after a crash between what was seen and what was applied', async () => {
    await workshop.record('a1', 'a2', 'a3', 'a4');
    await workshop.catchUpOnce([namesOf()], { store: dyingStore(workshop.store, 3), batchSize: 1 });
    workshop.stopped.length = 0;
    const engine = await workshop.started([namesOf()]);
    await engine.caughtUp();
    expect(workshop.stopped).toEqual([]);
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2', 'a3', 'a4']);
  });
});
