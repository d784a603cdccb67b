import type { ComparedWithFloor } from './benchmark';
import type { Round } from './parts/part';

export interface Sides<Subject extends Round> {
  readonly rounds: number;
  readonly subject: (round: number) => Promise<Subject>;
  /** Right after the subject's round, which it may need. */
  readonly floor: (round: number, subject: Subject) => Promise<Round>;
}

export interface Compared extends Omit<ComparedWithFloor, 'floorPeakMemory'> {
  readonly units: number;
  readonly subjectPerSecond: number;
}

/** Subject and floor in turn, so that whatever else the machine does meets both. The first round only warms up. */
export async function compare<Subject extends Round>({
  rounds,
  subject,
  floor,
}: Sides<Subject>): Promise<Compared> {
  const counted: { readonly subject: Round; readonly floor: Round }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const ofSubject = await subject(round);
    const ofFloor = await floor(round, ofSubject);
    if (round > 0) counted.push({ subject: ofSubject, floor: ofFloor });
  }
  const ratios = counted.map((pair) => rateOf(pair.subject) / rateOf(pair.floor));
  return {
    units: counted[0]?.subject.units ?? 0,
    subjectPerSecond: median(counted.map((pair) => rateOf(pair.subject))),
    floorPerSecond: median(counted.map((pair) => rateOf(pair.floor))),
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
  };
}

function rateOf({ units, seconds }: Round): number {
  return units / seconds;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}
