import type { EventStoreDouble, ReadFault } from '../../../../test/eventstore-double';
import { givenEvents } from '../../contract';
import { LogUnavailable, toPosition } from '../../index';
import type { EventLog, Position } from '../../index';
import { eachOnDouble } from '../testing/each-on-double';
import { openWithShortRetries, until } from '../testing/short-retries';

const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

describe('reading from a store that misbehaves, or is shared', () => {
  let double: EventStoreDouble;
  let log: EventLog;

  eachOnDouble((on) => {
    ({ double, log } = on);
  });

  describe('gives each event once', () => {
    it.each<ReadFault>(['reset-half-way', 'unavailable', 'not-leader', 'doubled'])(
      '%s',
      async (fault) => {
        await log.append('c-1', 'no-stream', givenEvents(1, 9));
        const expected = ids(givenEvents(1, 9));

        await double.tell({ kind: 'read-fault', fault });
        expect(ids(await log.readStreamSlice('c-1', 0))).toEqual(expected);
        await double.tell({ kind: 'read-fault', fault });
        expect(ids(await log.readAllSlice())).toEqual(expected);
        await double.tell({ kind: 'read-fault', fault });
        expect(ids(await log.readAllSlice({ direction: 'backwards' }))).toEqual(
          expected.toReversed(),
        );
      },
    );
  });

  it('does not wait for ever for a store that says nothing', async () => {
    await log.append('c-1', 'no-stream', givenEvents(1, 2));
    await double.tell({ kind: 'read-fault', fault: 'silence' });
    await expect(log.readAllSlice()).rejects.toThrow(LogUnavailable);
    expect(await log.readAllSlice()).toHaveLength(2);
  });

  it('takes no read for complete that ended because another gave up on the store', async () => {
    await log.append('c-1', 'no-stream', givenEvents(1, 2));
    await double.tell({ kind: 'read-fault', fault: 'silence' });
    const given = log.readAllSlice().catch((error: unknown) => error);
    await until(async () => (await double.report()).openReads === 1);
    await double.tell({ kind: 'read-fault', fault: 'silence' });

    // On a busy machine its time may be over, too.
    const other = log.readStreamSlice('c-1', 0).then(ids, () => 'refused');
    expect([ids(givenEvents(1, 2)), 'refused']).toContainEqual(await other);
    expect(await given).toBeInstanceOf(LogUnavailable);
  });

  it('leaves no call running when it has read enough (T9)', async () => {
    await log.append('c-1', 'no-stream', givenEvents(1, 1_000));
    expect(await log.readAllSlice({ maxBytes: 1 })).toHaveLength(1);
    for await (const event of log.readAll()) {
      if (event.revision === 3) break;
    }
    await until(async () => (await double.report()).openReads === 0);
    expect(await log.count()).toBe(1_000);
  });

  it('reads more at the same time than a connection carries (T10)', async () => {
    await log.append('c-1', 'no-stream', givenEvents(1, 2));
    const reads = await Promise.all(
      Array.from({ length: 300 }, () => log.readStreamSlice('c-1', 0)),
    );
    expect(reads.every((events) => events.length === 2)).toBe(true);
  });

  it('sees nothing of others, however much there is of them', async () => {
    await double.tell({ kind: 'foreign-events', stream: '$stats-1', count: 700 });
    await log.append('c-1', 'no-stream', givenEvents(1, 2));
    await double.tell({ kind: 'foreign-events', stream: '$stats-1', count: 700 });
    const receipt = await log.append('c-1', 1, givenEvents(3, 1));
    await double.tell({ kind: 'foreign-events', stream: '$stats-2', count: 1_300 });

    expect(await log.head()).toBe(receipt.position);
    expect(ids(await log.readAllSlice())).toEqual(ids(givenEvents(1, 3)));
    expect(ids(await log.readAllSlice({ direction: 'backwards' }))).toEqual(
      ids(givenEvents(1, 3)).toReversed(),
    );
    expect(await log.readAllSlice({ after: receipt.position })).toEqual([]);
    expect(await log.count()).toBe(3);
  });

  it('keeps logs apart that share a store', async () => {
    const [north, south] = ['north:', 'south:'].map((namespace) =>
      openWithShortRetries(double, { namespace }),
    );
    if (north === undefined || south === undefined) throw new Error('two were opened');
    await north.append('c-1', 'no-stream', givenEvents(1, 2));
    await south.append('c-1', 'no-stream', givenEvents(1, 1));

    expect((await north.readAllSlice()).map(({ stream }) => stream)).toEqual(['c-1', 'c-1']);
    expect(await south.count()).toBe(1);
    await Promise.all([north.close(), south.close()]);
  });

  it('reads from places where no record begins', async () => {
    await log.append('c-1', 'no-stream', givenEvents(1, 5));
    const [, second, third] = (await log.readAllSlice()).map(({ position }) => position);
    if (second === undefined || third === undefined) throw new Error('five were appended');
    const beside = (position: Position, by: bigint) => toPosition(position + by);
    const read = async (range: Parameters<typeof log.readAllSlice>[0]) =>
      (await log.readAllSlice(range)).map(({ revision }) => revision);

    expect(await read({ after: beside(third, -1n) })).toEqual([2, 3, 4]);
    expect(await read({ after: beside(second, 7n) })).toEqual([2, 3, 4]);
    expect(await read({ after: toPosition(2n ** 40n) })).toEqual([]);
    expect(await read({ before: beside(third, 1n), direction: 'backwards' })).toEqual([2, 1, 0]);
    expect(await read({ before: beside(third, 1n) })).toEqual([0, 1, 2]);
  });

  it('counts what lies behind a place that moves on and back', async () => {
    await log.append('c-1', 'no-stream', givenEvents(1, 20));
    const positions = (await log.readAllSlice()).map(({ position }) => position);
    for (const index of [3, 9, 2, 19, 0]) {
      expect(await log.count({ after: positions[index] ?? 'start' })).toBe(19 - index);
    }
    await log.append('c-1', 19, givenEvents(21, 2));
    expect(await log.count({ after: positions[5] ?? 'start' })).toBe(16);
    expect(await log.count()).toBe(22);
  });
});
