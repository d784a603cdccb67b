import { yearOfInstant } from '#vocabulary';
import type { CaseId, OrganisationId } from '#vocabulary';
import { documentId } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { ObligationKind } from './obligation.document';
import { MONTHS, QUARTERS, monthOf, quarterOf } from './periods';

interface OrganisationYear {
  readonly organisation: OrganisationId;
  readonly year: number;
}

/** The kind that an id names, and the period of the year: 0 for all of it. */
export function namedById(id: string): {
  readonly kind: ObligationKind;
  readonly period: number;
} {
  const [kind, , , period = '0'] = id.split('/');
  // Ids are made below.
  return { kind: kind as ObligationKind, period: Number(period) };
}

export function ofCase(kind: ObligationKind, id: CaseId): string {
  return documentId(kind, id);
}

export function bothOfCase(id: CaseId): readonly string[] {
  return [ofCase('ANNOUNCEMENT', id), ofCase('DISCIPLINE_END', id)];
}

export function publication(organisationYear: OrganisationYear): string {
  return ofYear('PUBLICATION', organisationYear, 0);
}

export function periodClosing(organisationYear: OrganisationYear): string {
  return ofYear('PERIOD_CLOSING', organisationYear, 0);
}

export function month(organisationYear: OrganisationYear, period: number): string {
  return ofYear('REGULAR_MEETING', organisationYear, period);
}

export function quarter(organisationYear: OrganisationYear, period: number): string {
  return ofYear('THEMATIC_MEETING', organisationYear, period);
}

/** Every meeting that a cell owes in a year. */
export function meetings(organisationYear: OrganisationYear): readonly string[] {
  return [
    ...MONTHS.map((period) => month(organisationYear, period)),
    ...QUARTERS.map((period) => quarter(organisationYear, period)),
  ];
}

/** A member's personal pledge obliges the organisation to nothing. */
export function byPledge({
  data,
}: FactOfType<'PledgeRegistered' | 'PledgeWithdrawn'>): readonly string[] {
  return data.member === undefined
    ? [...meetings(data), periodClosing(data), publication(data)]
    : [];
}

export function metBy({ data }: FactOfType<'MeetingHeld'>): readonly string[] {
  const held = monthOf(data.startsAt);
  const { kind } = data;
  return [
    ...(kind === 'REGULAR' || kind === 'COMBINED' ? [month(data, held)] : []),
    ...(kind === 'THEMATIC' || kind === 'COMBINED' ? [quarter(data, quarterOf(held))] : []),
  ];
}

type LifeFact = FactOfType<
  'OrganisationEstablished' | 'OrganisationDissolved' | 'OrganisationMerged'
>;

/** The meetings of the year for which the organisation does not exist any more. */
export function meetingsAfter(event: LifeFact): readonly string[] {
  return meetingsWhile(event, (period, ended) => period > ended);
}

/** The meetings of the year in periods that are so, compared with that in which something happened. */
export function meetingsWhile(
  { data: { organisation }, metadata: { effectiveAt } }: LifeFact,
  isOutside: (period: number, then: number) => boolean,
): readonly string[] {
  const organisationYear = { organisation, year: yearOfInstant(effectiveAt) };
  const then = monthOf(effectiveAt);
  return [
    ...MONTHS.filter((period) => isOutside(period, then)).map((period) =>
      month(organisationYear, period),
    ),
    ...QUARTERS.filter((period) => isOutside(period, quarterOf(then))).map((period) =>
      quarter(organisationYear, period),
    ),
  ];
}

function ofYear(
  kind: ObligationKind,
  { organisation, year }: OrganisationYear,
  period: number,
): string {
  return documentId(kind, year, organisation, period);
}
