import type { Correction, RecordedFact } from '#projection-engine';
import { kept } from './kept-fact';
import type { KeptFact } from './kept-fact';

/**
 * What was recorded of one subject, by the stream it came from: a stream can be dropped and put
 * again without the others.
 */
export interface FactsDocument {
  readonly streams: Readonly<Record<string, readonly KeptFact[]>>;
  /** Corrected since: nothing rests on them, but findings that once did are to be removed. */
  readonly withdrawn?: readonly KeptFact[];
}

export const NO_FACTS: FactsDocument = { streams: {} };

export function withFact(document: FactsDocument, event: RecordedFact): FactsDocument {
  const { streams } = document;
  const before = streams[event.stream] ?? [];
  return { ...document, streams: { ...streams, [event.stream]: [...before, kept(event)] } };
}

export function withCorrection(
  { streams, withdrawn = [] }: FactsDocument,
  correction: Correction,
): FactsDocument {
  const isWrong = ({ id }: KeptFact): boolean => id === correction.withdrawn.id;
  const before = streams[correction.stream] ?? [];
  return {
    streams: { ...streams, [correction.stream]: before.filter((fact) => !isWrong(fact)) },
    withdrawn: [...withdrawn, ...before.filter(isWrong)],
  };
}

/** As if nothing had been corrected. */
export function everRecorded(document: FactsDocument): FactsDocument {
  const { streams, withdrawn } = document;
  if (withdrawn === undefined) return document;
  const all = inOrder([...Object.values(streams).flat(), ...withdrawn]);
  return { streams: Object.groupBy(all, ({ stream }) => stream) as FactsDocument['streams'] };
}

/** All that stand, in the order recorded. */
export function factsIn({ streams }: FactsDocument): readonly KeptFact[] {
  return inOrder(Object.values(streams).flat());
}

export function inOrder(facts: readonly KeptFact[]): readonly KeptFact[] {
  return facts.toSorted((a, b) => comparePositions(a.position, b.position));
}

/** As numbers: of two decimals, the longer one is greater. */
function comparePositions(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : Number(a > b);
}
