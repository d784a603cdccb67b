import { Fenced } from '#read-models';
import { SOON_MS, Workshop, namesOf } from './testing';
import { ProjectionOwnedByAnother } from '.';

let workshop: Workshop;

beforeEach(() => {
  workshop = new Workshop();
});
afterEach(async () => {
  await workshop.close();
});

describe('a projection has one owner', () => {
  it('while its lease lives, and another one afterwards', async () => {
    await workshop.started([namesOf()]);
    const other = workshop.engine([namesOf()], { holder: 'two' });
    await expect(other.start()).rejects.toThrow(ProjectionOwnedByAnother);
    workshop.minutesPass(1);
    await other.start();
    await other.caughtUp();
    expect(await workshop.state(other)).toBe('RUNNING');
  });

  it('and the one that lost it writes nothing any more', async () => {
    const engine = await workshop.started([namesOf()]);
    await engine.caughtUp();
    workshop.minutesPass(1);
    const other = await workshop.started([namesOf()], { holder: 'two' });
    await other.caughtUp();
    const position = await workshop.record('a1');
    expect(await other.waitFor('names', position, SOON_MS)).toBe(true);
    expect(await engine.waitFor('names', position, SOON_MS)).toBe(false);
    expect(workshop.stopped.map(({ error }) => error)).toEqual([expect.any(Fenced)]);
    expect(await workshop.read(other, 'a')).toEqual(['a1']);
  });

  it('which lets go of all when it cannot have all', async () => {
    const names = namesOf();
    const more = namesOf({ name: 'more', spec: { name: 'more', indexes: [] } });
    await workshop.started([more]);
    await expect(workshop.engine([names, more], { holder: 'two' }).start()).rejects.toThrow(
      ProjectionOwnedByAnother,
    );
    expect(await workshop.store.lease.current('names@1')).toBeUndefined();
  });

  it('which gives everything back when it stops', async () => {
    const engine = await workshop.started([namesOf()]);
    await engine.caughtUp();
    await engine.stop();
    expect(await workshop.store.lease.current('names@1')).toBeUndefined();
    expect(await workshop.store.lease.current('continuity@1')).toBeUndefined();
  });
});
