import { yearOf, yearOfInstant } from '#vocabulary';
import type { LocalDate, OrganisationKind } from '#vocabulary';
import { refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import { namedById } from './obligation-id';
import type { ObligationDocument } from './obligation.document';
import type { ObligationFact } from './obligations-of';
import { lastDayOfMonth, lastDayOfQuarter } from './periods';

/** Cells meet every month and every quarter; committees do as their own rules say. */
const MEETING: readonly (OrganisationKind | undefined)[] = ['SUBORDINATE_CELL', 'GRASSROOTS_CELL'];

export function begun(id: string, event: ObligationFact): ObligationDocument {
  const { kind, period } = namedById(id);
  const { organisation } = event.data;
  const year = 'year' in event.data ? event.data.year : yearOfInstant(event.metadata.effectiveAt);
  return {
    kind,
    organisation,
    year,
    ...(period === 0 ? {} : { period }),
    ...('case' in event.data ? { case: event.data.case } : {}),
    lineage: event.metadata.tags.organisations,
    dueOn:
      kind === 'THEMATIC_MEETING'
        ? lastDayOfQuarter(year, period)
        : lastDayOfMonth(year, period === 0 ? 12 : period),
    owed: false,
    state: 'OPEN',
    imported: false,
    fulfilledBy: [],
    lapsed: [],
    events: [],
  };
}

export function applyToObligation(
  document: ObligationDocument,
  event: ObligationFact,
): ObligationDocument {
  const { kind } = document;
  switch (event.type) {
    case 'PledgeRegistered':
      return pledged(document, event);
    case 'PledgeWithdrawn':
      return kind === 'PUBLICATION' ? document : { ...document, owed: false };
    case 'MeetingHeld':
    case 'RecognitionPublished':
    case 'DisciplineExpired':
      return fulfilled(document, event);
    case 'PeriodClosed':
      return kind === 'PERIOD_CLOSING' ? fulfilled(document, event) : lapsed(document, event);
    case 'MeetingMissed':
    case 'PublicationOverdue':
    case 'AnnouncementOverdue':
      return { ...document, overdue: refTo(event) };
    case 'OrganisationEstablished':
    case 'OrganisationDissolved':
    case 'OrganisationMerged':
    case 'RecognitionRevoked':
      return lapsed(document, event);
    case 'RecognitionGranted':
      return owedAnew(document, event, event.data.publishBy);
    case 'DisciplineDecided':
      return owedAnew(document, event, event.data.announceBy);
    case 'DisciplineAnnounced':
      return kind === 'ANNOUNCEMENT'
        ? fulfilled(document, event)
        : owedAnew(document, event, event.data.endsOn);
    case 'ComplaintResolved':
      return complaintResolved(document, event);
  }
}

function pledged(
  document: ObligationDocument,
  event: FactOfType<'PledgeRegistered'>,
): ObligationDocument {
  const { kind } = document;
  const { organisationKind, closesOn } = event.data;
  const known = { ...document, imported: isImported(event) };
  switch (kind) {
    case 'PUBLICATION':
      return known;
    case 'PERIOD_CLOSING':
      return closesOn === undefined ? known : owed(known, event, closesOn);
    default:
      return MEETING.includes(organisationKind) ? owed(known, event, document.dueOn) : known;
  }
}

function complaintResolved(
  document: ObligationDocument,
  event: FactOfType<'ComplaintResolved'>,
): ObligationDocument {
  const { outcome, announceBy } = event.data;
  if (outcome === 'ANNULLED') return lapsed(document, event);
  return document.kind === 'ANNOUNCEMENT' && announceBy !== undefined
    ? owedAnew(document, event, announceBy)
    : document;
}

function owed(
  document: ObligationDocument,
  event: ObligationFact,
  dueOn: LocalDate,
): ObligationDocument {
  const lineage = event.metadata.tags.organisations;
  return { ...document, owed: true, owedSince: refTo(event), lineage, dueOn };
}

/** A decision taken anew is to be followed up anew; without a date, nobody waits for anything. */
function owedAnew(
  document: ObligationDocument,
  event: ObligationFact,
  dueOn: LocalDate | undefined,
): ObligationDocument {
  const { owedSince: _, overdue: __, ...rest } = document;
  const anew = { ...rest, owed: false, fulfilledBy: [], lapsed: [] };
  if (dueOn === undefined) return anew;
  const ofCase = 'case' in event.data;
  return owed(
    {
      ...anew,
      year: ofCase ? yearOf(dueOn) : anew.year,
      imported: ofCase ? isImported(event) : anew.imported,
    },
    event,
    dueOn,
  );
}

function fulfilled(document: ObligationDocument, event: ObligationFact): ObligationDocument {
  return { ...document, fulfilledBy: [...document.fulfilledBy, refTo(event)] };
}

function lapsed(document: ObligationDocument, event: ObligationFact): ObligationDocument {
  return { ...document, lapsed: [...document.lapsed, refTo(event)] };
}

function isImported({ metadata }: ObligationFact): boolean {
  return metadata.source?.kind === 'IMPORT';
}
