import { comparePositions, localDateOf } from '#vocabulary';
import type { Instant, SignalSource } from '#vocabulary';
import type { EvidenceRef } from '../facts';

/** A signal or a conclusion, as far as its place in the order goes. */
export interface Report {
  /** When it is said to have been. */
  readonly effectiveAt: Instant;
  /** Whether it was entered from older records: those know dates only. */
  readonly imported: boolean;
  readonly event: EvidenceRef;
}

export interface SignalReport extends Report {
  readonly source: SignalSource;
}

export interface FirstSignal<Signal extends SignalReport> {
  readonly signal: Signal;
  /** Whether, in another order of imported records, something else would come first. */
  readonly onImportedDates: boolean;
}

/**
 * The first signal of all of a violation; none where its conclusion came before any
 * (criteria.md, section 3).
 */
export function firstSignal<Signal extends SignalReport>(
  signals: readonly Signal[],
  conclusion: Report | undefined,
): FirstSignal<Signal> | undefined {
  const told = signals.map((signal) => ({ report: signal as Report, signal }));
  const all =
    conclusion === undefined ? told : [...told, { report: conclusion, signal: undefined }];
  const byPosition = all.toSorted((a, b) => compareRecorded(a.report, b.report));
  const leading = byPosition[0]?.report.imported === true ? importedFirst(byPosition) : byPosition;
  const first = leading[0]?.signal;
  if (first === undefined) return undefined;
  const onImportedDates =
    first.imported && leading.some(({ signal }) => signal?.source !== first.source);
  return { signal: first, onImportedDates };
}

/** Of the imported records that lead, by their dates: what was entered as it happened ends them. */
function importedFirst<Told extends { readonly report: Report }>(
  byPosition: readonly Told[],
): readonly Told[] {
  const live = byPosition.findIndex(({ report }) => !report.imported);
  const leading = live === -1 ? byPosition : byPosition.slice(0, live);
  // In the order of recording already: that stays, where dates are the same.
  return leading.toSorted((a, b) => compareDates(a.report, b.report));
}

function compareDates(a: Report, b: Report): number {
  const [dateOfA, dateOfB] = [localDateOf(a.effectiveAt), localDateOf(b.effectiveAt)];
  return dateOfA < dateOfB ? -1 : Number(dateOfA > dateOfB);
}

function compareRecorded(a: Report, b: Report): number {
  return comparePositions(a.event.position, b.event.position);
}
