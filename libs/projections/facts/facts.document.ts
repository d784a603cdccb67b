import { refTo } from '#projection-engine';
import type { Correction, RecordedFact } from '#projection-engine';
import { actorsBehind, kept } from './kept-fact';
import type { KeptFact } from './kept-fact';

/**
 * What was recorded of one subject, in that order. Only the last of it is here: full pages are documents of their own, so
 * that none grows with the facts of its subject.
 */
export interface FactsDocument {
  /** How many were put aside. */
  readonly pages: number;
  readonly facts: readonly KeptFact[];
  /** How often something was corrected; absent where nothing was. */
  readonly corrections?: number;
  /** Corrected after their page was put aside: the next roll-up marks them there. */
  readonly wrong?: readonly Withdrawal[];
}

export interface FactsPage {
  readonly facts: readonly KeptFact[];
}

interface Withdrawal {
  readonly event: KeptFact['id'];
  readonly withdrawal: NonNullable<KeptFact['withdrawal']>;
}

export const NO_FACTS: FactsDocument = { pages: 0, facts: [] };

export function withFact(document: FactsDocument, event: RecordedFact): FactsDocument {
  return { ...document, facts: [...document.facts, kept(event)] };
}

/** Nothing rests on a fact that was corrected, but findings that once did are to be removed: it is kept. */
export function withCorrection(document: FactsDocument, correction: Correction): FactsDocument {
  const by = actorsBehind(correction.metadata);
  const withdrawal = {
    event: correction.withdrawn.id,
    withdrawal: { correction: refTo(correction), ...(by.length === 0 ? {} : { by }) },
  };
  const facts = withWithdrawal(document.facts, withdrawal);
  const corrections = (document.corrections ?? 0) + 1;
  return facts === document.facts
    ? { ...document, corrections, wrong: [...(document.wrong ?? []), withdrawal] }
    : { ...document, corrections, facts };
}

/** The same facts when the withdrawn one is not among them. */
export function withWithdrawal(
  facts: readonly KeptFact[],
  { event, withdrawal }: Withdrawal,
): readonly KeptFact[] {
  if (!facts.some(({ id }) => id === event)) return facts;
  return facts.map((fact) => (fact.id === event ? { ...fact, withdrawal } : fact));
}
