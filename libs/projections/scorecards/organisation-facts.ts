import { localDateOf } from '#vocabulary';
import type { OrganisationId } from '#vocabulary';
import { evolveOrganisation, unknownOrganisation } from '#domain';
import { effectiveOf } from '#projection-engine';
import type { RecordedFact } from '#projection-engine';
import { applyToCases } from './case-facts';
import type { GrievanceEntry, OrganisationDocument } from './documents';
import { refOf, withEntry, withMember } from './entries';

export const unknownOrganisationDocument: OrganisationDocument = {
  kind: 'organisation',
  foldedThrough: '-1',
  state: unknownOrganisation,
  members: {},
  grievances: {},
  cases: {},
  ratings: {},
  children: [],
};

/** The same event reaches the organisation it is about and those it names as a parent. */
export function applyToOrganisation(
  before: OrganisationDocument,
  event: RecordedFact,
  organisation: OrganisationId,
): OrganisationDocument {
  const document = { ...before, foldedThrough: event.position.toString() };
  switch (event.type) {
    case 'OrganisationEstablished':
    case 'OrganisationReparented':
    case 'OrganisationDissolved':
    case 'OrganisationMerged':
      return event.data.organisation === organisation
        ? { ...document, state: evolveOrganisation(document.state, effectiveOf(event)) }
        : { ...document, children: withMember(document.children, event.data.organisation) };
    case 'OrganisationRenamed':
    case 'OrganisationTypeChanged':
      return { ...document, state: evolveOrganisation(document.state, effectiveOf(event)) };
    case 'OrganisationRatingDecided':
    case 'RatingRevised':
      return {
        ...document,
        ratings: withEntry(document.ratings, String(event.data.year), {
          level: event.data.level,
          event: refOf(event),
        }),
      };
    case 'GrievanceOpened':
    case 'GrievanceFlagged':
    case 'GrievanceResolved': {
      const entry = applyToGrievance(document.grievances[event.data.grievance], event);
      return {
        ...document,
        grievances: withEntry(document.grievances, event.data.grievance, entry),
      };
    }
    case 'CaseOpened':
    case 'SignalReceived':
    case 'ConclusionReached':
    case 'RemediationCompleted':
      return { ...document, cases: applyToCases(document.cases, event) };
    default:
      return document;
  }
}

function applyToGrievance(
  entry: GrievanceEntry | undefined,
  event: Extract<
    RecordedFact,
    { type: 'GrievanceOpened' | 'GrievanceFlagged' | 'GrievanceResolved' }
  >,
): GrievanceEntry | undefined {
  const on = localDateOf(event.metadata.effectiveAt);
  switch (event.type) {
    case 'GrievanceOpened':
      return { openedOn: on, opened: refOf(event), flags: [] };
    case 'GrievanceFlagged':
      return entry && { ...entry, flags: withMember(entry.flags, event.data.flag) };
    case 'GrievanceResolved':
      return entry && { ...entry, resolvedOn: on };
  }
}
