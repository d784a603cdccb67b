import { HASH_BYTES } from '#ledger';
import type { Findings } from './findings';

/** A line of an events file, as it hashes. */
export interface FoundLeaf {
  readonly hash: string;
  /** Of the event; nothing for a line that is none. */
  readonly id: string | undefined;
  /** The number that the line says it has. */
  readonly index: number | undefined;
}

/** The leaves that were signed. */
export class SignedLeaves {
  private places: ReadonlyMap<string, number> | undefined;

  constructor(private readonly bytes: Buffer) {}

  get size(): number {
    return this.bytes.length / HASH_BYTES;
  }

  at(index: number): string {
    return this.bytes.toString('latin1', index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }

  /** Looked up only where something is wrong. */
  placeOf(hash: string): number | undefined {
    this.places ??= new Map(Array.from({ length: this.size }, (_, at) => [this.at(at), at]));
    return this.places.get(hash);
  }
}

/** The events of one file against the leaves that it should hold, from `from` up to `to`, exclusive. */
export function compareLeaves(
  found: readonly FoundLeaf[],
  signed: SignedLeaves,
  [from, to]: readonly [from: number, to: number],
  findings: Findings,
): void {
  const isSame =
    found.length === to - from && found.every(({ hash }, at) => hash === signed.at(from + at));
  if (isSame) {
    for (const [at, { index, id }] of found.entries()) {
      if (index === from + at) continue;
      const detail = `the line says it is event ${String(index)}`;
      findings.add('ALTERED', { index: from + at, event: id ?? null, detail });
    }
    return;
  }
  const present = new Set(found.map(({ hash }) => hash));
  let at = 0;
  for (let index = from; index < to || at < found.length;) {
    const leaf = found[at];
    const expected = index < to ? signed.at(index) : undefined;
    if (leaf !== undefined && leaf.hash === expected) {
      at += 1;
      index += 1;
      continue;
    }
    const event = leaf?.id ?? null;
    const isGone = expected !== undefined && !present.has(expected);
    const place = leaf && signed.placeOf(leaf.hash);
    if (leaf === undefined) {
      const isEnd = allGone(signed, present, [index, to]);
      if (isEnd) {
        findings.add('TRUNCATED', { index, detail: `${to - index} events are missing` });
        return;
      }
      findings.add('REMOVED', { index, detail: 'the event that was signed is not there' });
      index += 1;
    } else if (expected === undefined || (place === undefined && !isGone)) {
      findings.add('INSERTED', { index, event, detail: 'this event was never signed' });
      at += 1;
    } else if (isGone && place === undefined) {
      findings.add('ALTERED', { index, event, detail: 'it is not the event that was signed' });
      at += 1;
      index += 1;
    } else if (isGone) {
      findings.add('REMOVED', { index, detail: 'the event that was signed is not there' });
      index += 1;
    } else {
      findings.add('REORDERED', { index, event, detail: `event ${String(place)} stands here` });
      // What follows is out of place because of it.
      return;
    }
  }
}

function allGone(
  signed: SignedLeaves,
  present: ReadonlySet<string>,
  [from, to]: readonly [number, number],
): boolean {
  for (let index = from; index < to; index += 1) if (present.has(signed.at(index))) return false;
  return true;
}
