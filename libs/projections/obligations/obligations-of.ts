import { yearOfInstant } from '#vocabulary';
import type { OrganisationId } from '#vocabulary';
import type { FactOfType } from '#projection-engine';
import { ofCase, ofYear } from './obligation-id';
import type { ObligationKind } from './obligation.document';
import { MONTHS, QUARTERS, monthOf, quarterOf } from './periods';

export type ObligationEventType =
  | 'PledgeRegistered'
  | 'PledgeWithdrawn'
  | 'MeetingHeld'
  | 'MeetingMissed'
  | 'PeriodClosed'
  | 'OrganisationEstablished'
  | 'OrganisationDissolved'
  | 'OrganisationMerged'
  | 'RecognitionGranted'
  | 'RecognitionRevoked'
  | 'RecognitionPublished'
  | 'PublicationOverdue'
  | 'DisciplineDecided'
  | 'DisciplineAnnounced'
  | 'ComplaintResolved'
  | 'AnnouncementOverdue'
  | 'DisciplineExpired';

export type ObligationFact = FactOfType<ObligationEventType>;

/** Ids of the obligations that an event is about. */
export function obligationsOf(event: ObligationFact): readonly string[] {
  switch (event.type) {
    case 'PledgeRegistered':
    case 'PledgeWithdrawn':
      return event.data.member === undefined
        ? [
            ...meetings(event.data),
            whole('PERIOD_CLOSING', event.data),
            whole('PUBLICATION', event.data),
          ]
        : [];
    case 'PeriodClosed':
      return [...meetings(event.data), whole('PERIOD_CLOSING', event.data)];
    case 'MeetingHeld':
      return metBy(event);
    case 'MeetingMissed':
      return event.data.period === 'MONTH'
        ? [month(event.data, event.data.month)]
        : [quarter(event.data, event.data.quarter)];
    case 'OrganisationEstablished':
      return meetingsWhile(event, (one, begun) => one < begun);
    case 'OrganisationDissolved':
    case 'OrganisationMerged':
      return meetingsWhile(event, (one, ended) => one > ended);
    case 'RecognitionGranted':
    case 'RecognitionRevoked':
    case 'RecognitionPublished':
    case 'PublicationOverdue':
      return [whole('PUBLICATION', event.data)];
    case 'DisciplineDecided':
    case 'AnnouncementOverdue':
      return [ofCase('ANNOUNCEMENT', event.data.case)];
    case 'DisciplineAnnounced':
    case 'ComplaintResolved':
      return [ofCase('ANNOUNCEMENT', event.data.case), ofCase('DISCIPLINE_END', event.data.case)];
    case 'DisciplineExpired':
      return [ofCase('DISCIPLINE_END', event.data.case)];
  }
}

interface OfYear {
  readonly organisation: OrganisationId;
  readonly year: number;
}

function whole(kind: ObligationKind, { organisation, year }: OfYear): string {
  return ofYear({ kind, organisation, year, period: 0 });
}

function month({ organisation, year }: OfYear, period: number): string {
  return ofYear({ kind: 'REGULAR_MEETING', organisation, year, period });
}

function quarter({ organisation, year }: OfYear, period: number): string {
  return ofYear({ kind: 'THEMATIC_MEETING', organisation, year, period });
}

function meetings(of: OfYear): readonly string[] {
  return [...MONTHS.map((one) => month(of, one)), ...QUARTERS.map((one) => quarter(of, one))];
}

function metBy({ data }: FactOfType<'MeetingHeld'>): readonly string[] {
  const held = monthOf(data.startsAt);
  const { kind } = data;
  return [
    ...(kind === 'REGULAR' || kind === 'COMBINED' ? [month(data, held)] : []),
    ...(kind === 'THEMATIC' || kind === 'COMBINED' ? [quarter(data, quarterOf(held))] : []),
  ];
}

/** The meetings of the year for which the organisation did not exist yet, or any more. */
function meetingsWhile(
  {
    data: { organisation },
    metadata: { effectiveAt },
  }: ObligationFact & {
    readonly data: { readonly organisation: OrganisationId };
  },
  isOutside: (period: number, then: number) => boolean,
): readonly string[] {
  const of = { organisation, year: yearOfInstant(effectiveAt) };
  const then = monthOf(effectiveAt);
  return [
    ...MONTHS.filter((one) => isOutside(one, then)).map((one) => month(of, one)),
    ...QUARTERS.filter((one) => isOutside(one, quarterOf(then))).map((one) => quarter(of, one)),
  ];
}
