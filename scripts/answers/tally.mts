import { ALLOWED } from './allowed.mts';
import { changedWords, differences, inWords } from './differences.mts';
import type { Difference } from './differences.mts';
import type { Json } from './json.mts';

interface Group {
  readonly path: string;
  readonly change: readonly [string, string];
  readonly reason: string | undefined;
  readonly example: Difference;
  readonly asked: string;
  count: number;
}

const SHOWN = 300;

/** Counts the differences that are alike: at the same place, with the same words changed. */
export class Tally {
  private readonly groups = new Map<string, Group>();

  /** @param asked what both were asked, in words for whoever looks into a difference */
  compare(path: string, before: Json, after: Json, asked: string): void {
    for (const difference of differences(before, after, path)) this.add(difference, asked);
  }

  /** Prints every group; those that were decided in short. */
  print(): void {
    for (const { path, change, reason, example, asked, count } of this.groups.values()) {
      const [before, after] = change.map((words) => words.slice(0, SHOWN));
      console.log(`${count} × ${path}: ${before} → ${after}`);
      if (reason === undefined) {
        console.log(`  asked:  ${asked.slice(0, SHOWN)}`);
        console.log(`  before: ${inWords(example.before).slice(0, SHOWN)}`);
        console.log(`  after:  ${inWords(example.after).slice(0, SHOWN)}`);
      } else console.log(`  allowed: ${reason}`);
    }
  }

  get undecided(): number {
    return [...this.groups.values()].filter(({ reason }) => reason === undefined).length;
  }

  private add(difference: Difference, asked: string): void {
    const change = changedWords(difference);
    const key = JSON.stringify([difference.path, change]);
    const known = this.groups.get(key);
    if (known) known.count++;
    else {
      const reason = ALLOWED.find(
        ({ path, isThis }) => path.test(difference.path) && isThis(...change),
      )?.reason;
      this.groups.set(key, {
        path: difference.path,
        change,
        reason,
        example: difference,
        asked,
        count: 1,
      });
    }
  }
}
