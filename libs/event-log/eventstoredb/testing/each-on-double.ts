import { EventStoreDouble } from '../../../../test/eventstore-double';
import type { EventLog } from '../../index';
import { openWithShortRetries } from './short-retries';

export interface OnDouble {
  readonly double: EventStoreDouble;
  readonly log: EventLog;
}

/** One double for the tests of a suite, emptied before each of them, and a log on it for each. */
export function eachOnDouble(given: (on: OnDouble) => void): void {
  let double: EventStoreDouble;
  let log: EventLog;

  beforeAll(async () => {
    double = await EventStoreDouble.start();
  });
  afterAll(() => double.stop());

  beforeEach(async () => {
    await double.tell({ kind: 'clear' });
    log = openWithShortRetries(double);
    given({ double, log });
  });
  afterEach(() => log.close());
}
