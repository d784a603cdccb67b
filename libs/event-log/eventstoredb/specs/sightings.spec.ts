import type { EventStoreDouble } from '../../../../test/eventstore-double';
import { givenEvent, givenEvents } from '../../contract';
import type { AppendReceipt, EventLog } from '../../index';
import { eachOnDouble } from '../testing/each-on-double';
import { until } from '../testing/short-retries';

describe('appends that see their events come by', () => {
  let double: EventStoreDouble;
  let log: EventLog;
  let appended: number;

  eachOnDouble((on) => {
    ({ double, log } = on);
    appended = 0;
  });

  const reads = async () => (await double.report()).reads;

  async function appendOne(): Promise<AppendReceipt> {
    appended += 1;
    return log.append(`c-${appended}`, 'no-stream', [givenEvent(appended)]);
  }

  /** The first appends may come before the subscription lives, and are read. */
  const untilNothingIsRead = () =>
    until(async () => {
      const before = await reads();
      await appendOne();
      return (await reads()) === before;
    });

  it('have the receipt of what is stored without reading it', async () => {
    await untilNothingIsRead();
    const before = await reads();

    const receipt = await log.append('c-several', 'no-stream', givenEvents(1_001, 3));

    expect(await reads()).toBe(before);
    const stored = await log.readStreamSlice('c-several', 0);
    expect(receipt).toEqual({
      stream: 'c-several',
      firstRevision: 0,
      lastRevision: 2,
      position: stored[2]?.position,
      recordedAt: stored[2]?.recordedAt,
      duplicate: false,
    });
  });

  it('are told of a repetition with its first receipt', async () => {
    await untilNothingIsRead();
    const first = await log.append('c-several', 'no-stream', givenEvents(1_001, 3));
    await appendOne();

    expect(await log.append('c-several', 'no-stream', givenEvents(1_001, 3))).toEqual({
      ...first,
      duplicate: true,
    });
  });

  it('read them while the subscription says nothing', async () => {
    await double.tell({ kind: 'mute-subscriptions' });
    await appendOne();
    await until(async () => (await double.report()).openSubscriptions === 1);

    const receipts = [await appendOne(), await appendOne(), await appendOne()];

    expect(receipts.map(({ duplicate }) => duplicate)).toEqual([false, false, false]);
  });

  it('see them again after the subscription was dropped', async () => {
    await untilNothingIsRead();
    await double.tell({ kind: 'drop-subscriptions', how: 'too-slow' });
    await untilNothingIsRead();
    expect((await double.report()).subscriptions).toBe(2);
  });
});
