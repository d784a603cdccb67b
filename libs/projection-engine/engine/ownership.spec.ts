import { SOON_MS, Workshop, namesOf, until } from './testing';

let workshop: Workshop;

beforeEach(() => {
  workshop = new Workshop();
});
afterEach(async () => {
  await workshop.close();
});

const WATCHFUL = { leaseMs: 9_000, lookEveryMs: 2 };
/** Never renews, and never looks: as a process that stalled after it began. */
const STALLED = { leaseMs: 9_000, lookEveryMs: 2 ** 30 };

const more = namesOf({ name: 'more', spec: { name: 'more', indexes: [] } });

describe('a projection has one owner', () => {
  it('and whoever else could run it stands by, and can be read all the same', async () => {
    await workshop.started([namesOf()]);
    const other = await workshop.started([namesOf()], { holder: 'two', ownership: WATCHFUL });
    const position = await workshop.record('a1', 'a2');

    expect(await other.waitFor('names', position, SOON_MS)).toBe(true);
    expect(await other.through('names')).toBe(position);
    expect(await workshop.read(other, 'a')).toEqual(['a1', 'a2']);
    expect(await workshop.ownership(other)).toBe('STANDING_BY');
    expect(await workshop.state(other)).toBe('RUNNING');
  });

  it('of its own: what one process cannot have keeps it from nothing else', async () => {
    await workshop.started([more]);
    const other = await workshop.started([namesOf(), more], { holder: 'two' });

    expect(await workshop.ownership(other, 'names')).toBe('OWNED');
    expect(await workshop.ownership(other, 'more')).toBe('STANDING_BY');
  });

  it('from which another takes over when it stalls, once its lease has run out', async () => {
    await workshop.started([namesOf()], { ownership: STALLED });
    const other = await workshop.started([namesOf()], { holder: 'two', ownership: WATCHFUL });
    await other.waitFor('names', await workshop.record('a1'), SOON_MS);
    workshop.secondsPass(8);
    const before = await workshop.ownership(other);
    workshop.secondsPass(1);
    await until(async () => (await workshop.ownership(other)) === 'OWNED');

    expect(before).toBe('STANDING_BY');
    await other.waitFor('names', await workshop.record('a2'), SOON_MS);
    expect(await workshop.read(other, 'a')).toEqual(['a1', 'a2']);
  });

  it('and one that lost it writes nothing any more, but stands by', async () => {
    const lost: string[] = [];
    const stalled = await workshop.started([namesOf()], {
      ownership: STALLED,
      onLost: (name) => lost.push(name),
    });
    await stalled.caughtUp();
    workshop.secondsPass(9);
    const other = await workshop.started([namesOf()], { holder: 'two', ownership: WATCHFUL });
    const position = await workshop.record('a1');

    expect(await other.waitFor('names', position, SOON_MS)).toBe(true);
    await until(() => Promise.resolve(lost.length > 0));
    expect(await stalled.waitFor('names', position, SOON_MS)).toBe(true);
    expect(await workshop.ownership(stalled)).toBe('STANDING_BY');
    expect(await workshop.ownership(other)).toBe('OWNED');
    expect(await workshop.read(stalled, 'a')).toEqual(['a1']);
    expect(workshop.stopped).toEqual([]);
  });

  it('which gives everything back when it stops, for another to go on', async () => {
    const engine = await workshop.started([namesOf(), more]);
    const other = await workshop.started([namesOf(), more], { holder: 'two', ownership: WATCHFUL });
    await engine.caughtUp();
    await engine.stop();
    await until(async () => (await workshop.ownership(other, 'more')) === 'OWNED');

    await other.waitFor('names', await workshop.record('a1'), SOON_MS);
    expect(await workshop.read(other, 'a')).toEqual(['a1']);
    await other.stop();
    expect(await workshop.store.lease.current('names@1')).toBeUndefined();
    expect(await workshop.store.lease.current('more@1')).toBeUndefined();
  });

  it('which gives back what it cannot go on with: another may fare better', async () => {
    const broken = namesOf({
      apply: () => {
        throw new Error('cannot apply');
      },
    });
    const engine = await workshop.started([broken]);
    await engine.waitFor('names', await workshop.record('a1'), SOON_MS);
    const other = await workshop.started([namesOf()], { holder: 'two', ownership: WATCHFUL });
    await until(async () => (await workshop.ownership(other)) === 'OWNED');
    await other.caughtUp();

    expect(await workshop.read(other, 'a')).toEqual(['a1']);
    expect(await workshop.state(engine)).toBe('STOPPED');
    expect(await workshop.ownership(engine)).toBe('ELSEWHERE');
  });
});
