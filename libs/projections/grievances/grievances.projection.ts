import type { GrievanceId } from '#vocabulary';
import { documentId, modelOf, projectionOf, refTo } from '#projection-engine';
import type { GrievanceDocument } from './grievance.document';

export const GRIEVANCES = 'grievances';

export function grievanceDocumentId(grievance: GrievanceId): string {
  return documentId(grievance);
}

/** Complaints and petitions put to an organisation. */
export const grievancesProjection = projectionOf('grievances', 2, [
  modelOf<GrievanceDocument>()({
    collection: {
      name: GRIEVANCES,
      indexes: [
        { name: 'organisation', fields: [{ path: 'organisation' }] },
        { name: 'state', fields: [{ path: 'state' }] },
      ],
    },
    idsOf: ({ data }) => [grievanceDocumentId(data.grievance)],
    begin: ({ data: { grievance, organisation } }) => ({
      grievance,
      organisation,
      state: 'OPEN',
      flags: [],
      events: [],
    }),
    takes: {
      GrievanceOpened: (document, { data, metadata }) => ({
        ...document,
        organisation: data.organisation,
        openedAt: metadata.effectiveAt,
      }),
      GrievanceFlagged: (document, event) => {
        const { flag } = event.data;
        if (document.flags.some((known) => known.flag === flag)) return document;
        return { ...document, flags: [...document.flags, { flag, event: refTo(event) }] };
      },
      GrievanceResolved: (document, { metadata }) => ({
        ...document,
        state: 'RESOLVED',
        resolvedAt: metadata.effectiveAt,
      }),
    },
  }),
]);
