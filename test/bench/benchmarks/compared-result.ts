import type { Aim, Result } from '../benchmark';
import type { Compared } from '../compare';

interface Process {
  peakMemory(): Promise<number>;
}

interface Measured extends Pick<Result, 'name' | 'title' | 'bytesEach'> {
  readonly compared: Compared;
  readonly subject: Process;
  readonly floor: Process;
  readonly aim: Aim;
}

/** What came of events that a subject and its floor did something with. */
export async function comparedResult(measured: Measured): Promise<Result> {
  const { compared, subject, floor, ...told } = measured;
  return {
    ...told,
    unit: 'events',
    units: compared.units,
    subjectPerSecond: compared.subjectPerSecond,
    comparison: { ...compared, floorPeakMemory: await floor.peakMemory() },
    peakMemory: await subject.peakMemory(),
  };
}
