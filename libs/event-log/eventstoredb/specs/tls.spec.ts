import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDouble, selfSigned } from '../../../../test/eventstore-double';
import { givenEvent } from '../../contract';
import { LogUnavailable } from '../../index';
import { openWithShortRetries } from '../testing/short-retries';

describe('a store that shows a certificate and asks who comes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const authority = join(folder, 'ca.pem');
  const stranger = join(folder, 'stranger.pem');
  let double: EventStoreDouble;

  beforeAll(async () => {
    const tls = selfSigned();
    writeFileSync(authority, tls.certificate);
    writeFileSync(stranger, selfSigned().certificate);
    double = await EventStoreDouble.start(tls);
  });

  afterAll(async () => {
    await double.stop();
    rmSync(folder, { recursive: true });
  });

  const open = (caFile: string) =>
    openWithShortRetries(double, {
      url: `esdb://127.0.0.1:${double.port}?tlsCAFile=${encodeURIComponent(caFile)}`,
      credentials: { user: 'office', password: 'p@ss:word' },
    });

  it('is trusted by its authority, and told the user with every call', async () => {
    const log = open(authority);
    await log.append('c-1', 'no-stream', [givenEvent(1)]);
    expect(await log.readAllSlice()).toHaveLength(1);
    await log.close();

    const { visitors, batchAppends } = await double.report();
    // One way of telling it, for reads and for the stream of appends, which stays a shared one.
    expect(visitors).toEqual([`Basic ${Buffer.from('office:p@ss:word').toString('base64')}`]);
    expect(batchAppends).toBe(1);
  });

  it('is not talked to when another authority has signed', async () => {
    const log = open(stranger);
    await expect(log.append('c-2', 'no-stream', [givenEvent(2)])).rejects.toMatchObject({
      kind: 'LogUnavailable',
      outcome: 'not-stored',
    });
    await expect(log.readAllSlice()).rejects.toThrow(LogUnavailable);
    await log.close();
  });
});
