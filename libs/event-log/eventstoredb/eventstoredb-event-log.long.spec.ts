import { randomUUID } from 'node:crypto';
import { EventStoreDouble } from '../../../test/eventstore-double';
import { eventLogContract } from '../contract';
import type { LogUnderTest } from '../contract';
import { openEventStoreDbEventLog } from './index';
import type { OpenEventStoreDbEventLogOptions } from './index';

function logOn(options: OpenEventStoreDbEventLogOptions): LogUnderTest {
  const open = () => openEventStoreDbEventLog(options);
  let log = open();
  return {
    log,
    reopen: async () => {
      await log.close();
      log = open();
      return log;
    },
    dispose: () => log.close(),
  };
}

describe('on the double', () => {
  let double: EventStoreDouble;

  beforeAll(async () => {
    double = await EventStoreDouble.start();
  });

  afterAll(() => double.stop());

  eventLogContract(
    'the EventStoreDB adapter',
    async () => {
      await double.tell({ kind: 'clear' });
      return logOn({ url: double.url });
    },
    { uniqueIds: 'stream' },
  );
});

const REAL = process.env.TEST_EVENTSTORE_URL;

(REAL === undefined ? describe.skip : describe)('on the server at TEST_EVENTSTORE_URL', () => {
  eventLogContract(
    'the EventStoreDB adapter',
    // A server that is not ours cannot be emptied: each log is in a corner of its own.
    () => Promise.resolve(logOn({ url: REAL ?? '', namespace: `${randomUUID()}:` })),
    { uniqueIds: 'stream' },
  );
});
