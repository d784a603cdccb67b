import { EventStoreDouble } from '../../../../test/eventstore-double';
import type { AppendFault } from '../../../../test/eventstore-double';
import { givenEvent, givenEvents } from '../../contract';
import { LogUnavailable, WrongExpectedRevision } from '../../index';
import type { EventLog } from '../../index';
import { APPEND_FAULTS } from '../testing/append-faults';
import { eachOnDouble } from '../testing/each-on-double';
import { openWithShortRetries, openWithLongRetries } from '../testing/short-retries';

const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

describe('appending to a store that misbehaves', () => {
  let double: EventStoreDouble;
  let log: EventLog;

  eachOnDouble((on) => {
    ({ double, log } = on);
  });

  const failNext = (fault: AppendFault) => double.tell({ kind: 'append-fault', fault });

  describe('gives the receipt of this append, stored once, whatever happened to it', () => {
    it.each(APPEND_FAULTS)('%s', async (fault) => {
      await log.append('c-1', 'no-stream', givenEvents(1, 2));
      await failNext(fault);

      const receipt = await log.append('c-1', 1, givenEvents(3, 2));

      const stored = await log.readStreamSlice('c-1', 0);
      expect(ids(stored)).toEqual(ids(givenEvents(1, 4)));
      expect(receipt).toEqual({
        stream: 'c-1',
        firstRevision: 2,
        lastRevision: 3,
        position: stored[3]?.position,
        recordedAt: stored[3]?.recordedAt,
        duplicate: false,
      });
      // The batch stream, or another one, works again.
      expect(await log.append('c-2', 'no-stream', [givenEvent(9)])).toMatchObject({
        duplicate: false,
      });
      expect((await double.report()).appendFaultsLeft).toBe(0);
    });
  });

  it('answers, and in time, when the store hangs; then goes on when it does (T1)', async () => {
    await log.append('c-1', 'no-stream', [givenEvent(1)]);
    await double.suspend();
    try {
      const error = await log.append('c-1', 0, [givenEvent(2)]).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(LogUnavailable);
      expect(error).toMatchObject({ outcome: 'unknown' });
      await expect(log.head()).rejects.toThrow(LogUnavailable);
    } finally {
      double.resume();
    }
    const repeated = await log.append('c-1', 0, [givenEvent(2)]);
    expect(repeated.lastRevision).toBe(1);
    expect(ids(await log.readAllSlice())).toEqual(ids(givenEvents(1, 2)));
  });

  it('answers when the store takes the connection and says nothing (T1)', async () => {
    await double.tell({ kind: 'go-away', how: 'say-nothing' });
    try {
      const appending = log.append('c-1', 'no-stream', [givenEvent(1)]);
      await expect(appending).rejects.toThrow(LogUnavailable);
    } finally {
      await double.tell({ kind: 'come-back' });
    }
    await log.append('c-1', 'no-stream', [givenEvent(1)]);
    expect(await log.readAllSlice()).toHaveLength(1);
  });

  it('does not suffer from another log of this process whose store goes away (T2)', async () => {
    const otherDouble = await EventStoreDouble.start();
    const other = openWithShortRetries(otherDouble);
    try {
      await other.append('c-1', 'no-stream', [givenEvent(1)]);
      await otherDouble.tell({ kind: 'append-fault', fault: 'silence' });
      const lost = other.append('c-1', 0, [givenEvent(2)]).catch((e: unknown) => e);
      const appends = givenEvents(10, 40).map((event, n) =>
        log.append(`c-${n}`, 'no-stream', [event]),
      );
      await otherDouble.tell({ kind: 'go-away', how: 'refuse' });
      await lost;

      const receipts = await Promise.all(appends);
      expect(receipts.every(({ duplicate }) => !duplicate)).toBe(true);
      expect(await log.readAllSlice()).toHaveLength(40);
      await log.append('c-0', 0, [givenEvent(99)]);
    } finally {
      await other.close();
      await otherDouble.stop();
    }
  });

  it('does not let through what the store would refuse and answer twice (T4)', async () => {
    for (const bad of [
      { ...givenEvent(1), id: 'e1' },
      { ...givenEvent(1), type: '' },
    ]) {
      await expect(log.append('c-1', 'no-stream', [bad])).rejects.toMatchObject({
        kind: 'InvalidAppend',
      });
    }
    expect((await double.report()).batchAppends).toBe(0);
  });

  it.each([undefined, 1n, Symbol('x')])(
    'does not let through data that the client cannot make text of (T5): %p',
    async (data) => {
      const bad = { ...givenEvent(1), data };
      await expect(log.append('c-1', 'no-stream', [bad])).rejects.toMatchObject({
        kind: 'InvalidAppend',
      });
      await log.append('c-1', 'no-stream', [givenEvent(1)]);
    },
  );

  it('keeps little under way, so that a broken connection breaks nothing else (T6)', async () => {
    const patient = openWithLongRetries(double);
    await patient.append('c-0', 'no-stream', [givenEvent(1)]);
    const appends = givenEvents(100, 150).map((event) =>
      patient.append(event.id, 'no-stream', [{ ...event, data: 'x'.repeat(20_000) }]),
    );
    await double.tell({ kind: 'append-fault', fault: 'reset-after' });
    const receipts = await Promise.all(appends);

    expect(receipts.every(({ duplicate }) => !duplicate)).toBe(true);
    expect(await patient.count()).toBe(151);
    await patient.close();
    expect((await double.report()).mostBytesInFlight).toBeLessThan(786_432);
  });

  it('says that nothing is stored when the store is down, and resumes by itself (T7)', async () => {
    await log.append('c-1', 'no-stream', [givenEvent(1)]);
    const fresh = openWithShortRetries(double);
    await double.tell({ kind: 'go-away', how: 'refuse' });
    try {
      await expect(fresh.append('c-1', 0, [givenEvent(2)])).rejects.toMatchObject({
        kind: 'LogUnavailable',
        outcome: 'not-stored',
      });
      await expect(log.append('c-1', 0, [givenEvent(2)])).rejects.toThrow(LogUnavailable);
      await expect(log.readStreamSlice('c-1', 0)).rejects.toThrow(LogUnavailable);
    } finally {
      await double.tell({ kind: 'come-back' });
    }
    await log.append('c-1', 0, [givenEvent(2)]);
    await fresh.append('c-1', 1, [givenEvent(3)]);
    expect(await fresh.readAllSlice()).toHaveLength(3);
    await fresh.close();
  });

  it('gets over a question about features that failed (T8)', async () => {
    await double.tell({ kind: 'features-fault', status: 13 });
    await log.append('c-1', 'no-stream', [givenEvent(1)]);
    expect(await log.readAllSlice()).toHaveLength(1);
  });

  it('gets over a search for a leader that found none (T8)', async () => {
    const url = `esdb+discover://127.0.0.1:${double.port}?tls=false&maxDiscoverAttempts=1`;
    const searching = openWithShortRetries(double, { url });
    await double.tell({ kind: 'go-away', how: 'refuse' });
    try {
      await expect(searching.append('c-1', 'no-stream', [givenEvent(1)])).rejects.toMatchObject({
        kind: 'LogUnavailable',
        outcome: 'not-stored',
      });
      await expect(searching.readAllSlice()).rejects.toThrow(LogUnavailable);
    } finally {
      await double.tell({ kind: 'come-back' });
    }
    await searching.append('c-1', 'no-stream', [givenEvent(1)]);
    expect(await searching.readAllSlice()).toHaveLength(1);
    await searching.close();
  });

  it('finds the leader of a cluster by any of several hosts', async () => {
    const url = `esdb://127.0.0.1:1,127.0.0.1:${double.port}?tls=false`;
    const clustered = openWithShortRetries(double, { url });
    await clustered.append('c-1', 'no-stream', [givenEvent(1)]);
    expect(await clustered.readAllSlice()).toHaveLength(1);
    await clustered.close();
  });

  it('tells by its kind what the client throws without a message (T12)', async () => {
    await log.append('c-1', 'no-stream', [givenEvent(1)]);
    const refused = await log.append('c-1', 4, [givenEvent(2)]).catch((e: unknown) => e);
    expect(refused).toBeInstanceOf(WrongExpectedRevision);
    expect(refused).toMatchObject({ expected: 4, actual: 0 });

    for (let n = 0; n < 8; n += 1) await failNext('deadline');
    const error = await log.append('c-1', 0, [givenEvent(2)]).catch((e: unknown) => e);
    expect(error).toMatchObject({ outcome: 'unknown' });
    expect(String(error)).toMatch(/deadline-exceeded/);
  });

  it('says where a stream is that the store has lost', async () => {
    await log.append('c-1', 'no-stream', [givenEvent(1)]);
    await double.tell({ kind: 'come-back', forget: true });
    await expect(log.append('c-1', 0, [givenEvent(2)])).rejects.toMatchObject({
      kind: 'WrongExpectedRevision',
      actual: 'no-stream',
    });
  });

  it('refuses a stream that it would not see again', async () => {
    const caseLog = openWithShortRetries(double, { categories: ['case-'] });
    await expect(caseLog.append('c-1', 'no-stream', [givenEvent(1)])).rejects.toMatchObject({
      kind: 'InvalidAppend',
    });
    await caseLog.append('case-1', 'no-stream', [givenEvent(1)]);
    await caseLog.close();
  });
});
