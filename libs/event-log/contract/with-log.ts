import type { LogUnderTest, MakeLog } from './log-under-test';

/** Runs a test on a fresh log and removes it afterwards, whatever happened. */
export function withLog(
  makeLog: MakeLog,
  test: (underTest: LogUnderTest) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const underTest = await makeLog();
    try {
      await test(underTest);
    } finally {
      await underTest.dispose();
    }
  };
}
