import type { CaseId, OrganisationId } from '#vocabulary';
import { documentId } from '#projection-engine';
import type { ObligationKind } from './obligation.document';

/** What an obligation is about: a period of a year (0 for all of it), or a case. */
export interface ObligationSubject {
  readonly kind: ObligationKind;
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly period: number;
}

export function ofYear({ kind, organisation, year, period }: ObligationSubject): string {
  return documentId(kind, year, organisation, period);
}

export function ofCase(kind: ObligationKind, id: CaseId): string {
  return documentId(kind, id);
}

/** The kind that an id names, and the period. */
export function namedById(id: string): Pick<ObligationSubject, 'kind' | 'period'> {
  const [kind, , , period = '0'] = id.split('/');
  // Ids are made above.
  return { kind: kind as ObligationKind, period: Number(period) };
}
