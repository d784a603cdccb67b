import { appendingContract } from './appending.contract';
import { idempotenceContract } from './idempotence.contract';
import { lawsContract } from './laws.contract';
import type { ContractOptions, MakeLog } from './log-under-test';
import { readingContract } from './reading.contract';
import { subscribingContract } from './subscribing.contract';

export type { ContractOptions, LogUnderTest, MakeLog } from './log-under-test';
export { collect, givenEvent, givenEvents } from './given-events';

/**
 * What every adapter of the event log must do, as a Jest suite; to be called from the adapter's spec. It assumes
 * of positions only that they increase.
 */
export function eventLogContract(
  name: string,
  makeLog: MakeLog,
  options: ContractOptions = {},
): void {
  describe(`${name} as an event log`, () => {
    appendingContract(makeLog);
    idempotenceContract(makeLog, options);
    readingContract(makeLog);
    subscribingContract(makeLog);
    lawsContract(makeLog);
  });
}
