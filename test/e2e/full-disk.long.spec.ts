import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Installation, regularMeeting } from '../support';
import type { RunningService } from '../support';

/** Of a file of the service, beside what the sample takes. */
const ROOM_KB = 256;

describe('a service whose disk takes no more', () => {
  const installation = new Installation();
  let service: RunningService;

  beforeAll(async () => {
    const sample = await installation.startWithSample();
    await sample.untilReadinessIs(200);
    await sample.stop();
    const sizes = ['log.db', 'views.db'].map((name) => statSync(join(installation.dataDir, name)));
    const largest = Math.max(...sizes.map(({ size }) => size));
    service = await installation.startWithFilesUpTo(Math.ceil(largest / 1024) + ROOM_KB);
    await service.untilReadinessIs(200);
  });

  afterAll(() => installation.remove());

  it('says so in its log, in its readiness and in its metrics, naming the file', async () => {
    let codes: readonly unknown[] = [];
    for (let n = 0; codes.length === 0; n += 1) {
      const meeting = { ...regularMeeting('cell-2', `meeting-${n}`, '2025-02-03'), reason: REASON };
      const commandId = crypto.randomUUID();
      const { errors = [] } = await service.client.attempt('holdMeeting', {
        ...meeting,
        commandId,
      });
      codes = errors.map(({ extensions }) => extensions.code);
    }

    expect(codes).toEqual(['UNAVAILABLE']);
    await service.untilReadinessIs(503);
    expect(await (await service.get('/readyz')).json()).toMatchObject({ eventLog: 'unavailable' });
    expect(await (await service.get('/metrics')).text()).toContain(
      'four_good_store_available{store="eventLog"} 0',
    );
    await service.untilItSays('log.db failed');
    await service.untilItSays('The event log does not answer');
  });
});

const REASON = 'Lý do '.repeat(300);
