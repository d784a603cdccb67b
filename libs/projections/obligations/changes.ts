import { yearOf } from '#vocabulary';
import type { LocalDate, OrganisationKind } from '#vocabulary';
import { refTo } from '#projection-engine';
import type { FactOfType, RecordedFact } from '#projection-engine';
import { isImported } from '../facts';
import type { ObligationDocument } from './obligation.document';

/** Cells meet every month and every quarter; committees do as their own rules say. */
const MEETING: readonly (OrganisationKind | undefined)[] = ['SUBORDINATE_CELL', 'GRASSROOTS_CELL'];

/** More than a cell meets in any month or quarter. */
const MOST_NAMED = 200;

export function pledged(
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

function owed(
  document: ObligationDocument,
  event: RecordedFact,
  dueOn: LocalDate,
): ObligationDocument {
  return { ...document, owed: true, owedSince: refTo(event), dueOn };
}

/** A decision taken anew is to be followed up anew; without a date, nobody waits for anything. */
export function owedAnew(
  document: ObligationDocument,
  event: RecordedFact,
  dueOn: LocalDate | undefined,
): ObligationDocument {
  const { owedSince: _, overdue: __, ...rest } = document;
  const anew = { ...rest, owed: false, fulfilledBy: [], fulfilledAgain: 0, lapsed: [] };
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

export function fulfilled(document: ObligationDocument, event: RecordedFact): ObligationDocument {
  if (document.fulfilledBy.length === MOST_NAMED) {
    return { ...document, fulfilledAgain: document.fulfilledAgain + 1 };
  }
  const { data } = event;
  const by = { ...refTo(event), ...('meeting' in data ? { meeting: data.meeting } : {}) };
  return { ...document, fulfilledBy: [...document.fulfilledBy, by] };
}

export function lapsed(document: ObligationDocument, event: RecordedFact): ObligationDocument {
  return { ...document, lapsed: [...document.lapsed, refTo(event)] };
}

export function overdue(document: ObligationDocument, event: RecordedFact): ObligationDocument {
  return { ...document, overdue: refTo(event) };
}
