import { ALLOWED } from './allowed.mts';
import type { Allowed } from './allowed.mts';
import { changedWords, differences, inWords } from './differences.mts';
import type { Difference } from './differences.mts';
import type { Json } from './json.mts';

interface Group {
  readonly path: string;
  readonly change: readonly [string, string];
  readonly allowed: Allowed | undefined;
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

  /** Prints how often each difference was found. */
  print(): void {
    for (const { path, change, allowed, count } of this.groups.values()) {
      const why = allowed === undefined ? '' : ` (${allowed.decision ?? ''} ${allowed.reason})`;
      console.log(`${count} × ${path}: ${shown(change[0])} → ${shown(change[1])}${why}`);
    }
  }

  get undecided(): number {
    return [...this.groups.values()].filter(({ allowed }) => allowed === undefined).length;
  }

  private add(difference: Difference, asked: string): void {
    const change = changedWords(difference);
    const key = JSON.stringify([difference.path, change]);
    const known = this.groups.get(key);
    if (known) known.count++;
    else {
      const allowed = ALLOWED.find(
        ({ path, isThis }) => path.test(difference.path) && isThis(...change),
      );
      this.groups.set(key, { path: difference.path, change, allowed, count: 1 });
      if (allowed === undefined) report(difference, asked);
    }
  }
}

/** The first of a group is printed at once and in full. */
function report(difference: Difference, asked: string): void {
  const { path, before, after } = difference;
  const [was, is] = changedWords(difference);
  console.log(`DIFFERENT ${path}: ${shown(was)} → ${shown(is)}`);
  console.log(`  asked:  ${shown(asked)}`);
  console.log(`  before: ${shown(inWords(before))}`);
  console.log(`  after:  ${shown(inWords(after))}`);
}

function shown(text: string): string {
  return text.slice(0, SHOWN);
}
