import { localDateOf } from '#vocabulary';
import type { GrievanceFlag, LocalDate, OrganisationId } from '#vocabulary';
import type { EvidenceRef } from '#criteria';
import { refOf, withMember } from './entries';
import { partOf } from './kept';

export interface GrievanceDocument {
  readonly kind: 'grievance';
  readonly organisation: OrganisationId;
  readonly opened?: { readonly on: LocalDate; readonly event: EvidenceRef };
  readonly flags: readonly GrievanceFlag[];
  readonly resolvedOn?: LocalDate;
}

export function unknownGrievance(organisation: OrganisationId): GrievanceDocument {
  return { kind: 'grievance', organisation, flags: [] };
}

/** What is told of a grievance before it is opened counts nowhere. */
export const grievanceParts = [
  partOf<GrievanceDocument>()({
    subjectsOf: ({ data: { organisation, grievance } }) => [
      { kind: 'grievance', organisation, grievance },
    ],
    takes: {
      GrievanceOpened: (document, event) => ({
        ...unknownGrievance(document.organisation),
        opened: { on: localDateOf(event.metadata.effectiveAt), event: refOf(event) },
      }),
      GrievanceFlagged: (document, { data }) =>
        document.opened ? { ...document, flags: withMember(document.flags, data.flag) } : document,
      GrievanceResolved: (document, { metadata }) =>
        document.opened ? { ...document, resolvedOn: localDateOf(metadata.effectiveAt) } : document,
    },
    without: ({ organisation }) => unknownGrievance(organisation),
  }),
];
