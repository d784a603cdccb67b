import { localDateOf, yearOf } from '#vocabulary';
import type { LocalDate, SignalSource } from '#vocabulary';
import type { CaseDocument } from '#projections';
import type { CaseState } from './case.types';

interface Selection {
  readonly organisation?: string;
  readonly year?: number;
  readonly state?: CaseState;
  readonly confirmed?: boolean;
  readonly source?: SignalSource;
  readonly openOn?: LocalDate;
}

/** What no index tells of a case. */
export function isSelected(
  { organisation, year, state, confirmed, source, openOn }: Selection,
  document: CaseDocument,
): boolean {
  const { occurredOn, conclusion, signals } = document;
  return (
    (organisation === undefined || document.organisation === organisation) &&
    (year === undefined || (occurredOn !== undefined && yearOf(occurredOn) === year)) &&
    (state === undefined || document.state === state) &&
    (confirmed === undefined || conclusion?.confirmed === confirmed) &&
    (source === undefined || signals.some((signal) => signal.source === source)) &&
    (openOn === undefined || isOpenOn(openOn, document))
  );
}

function isOpenOn(day: LocalDate, { opened, closed }: CaseDocument): boolean {
  return (
    opened !== undefined &&
    localDateOf(opened.effectiveAt) <= day &&
    (closed === undefined || localDateOf(closed.effectiveAt) > day)
  );
}
