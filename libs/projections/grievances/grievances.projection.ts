import { assertNever } from '#vocabulary';
import type { GrievanceId } from '#vocabulary';
import type { GrievanceEvent } from '#domain';
import { documentId, grounded, modelOf, projectionOf, refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { GrievanceDocument } from './grievance.document';

export const GRIEVANCES = 'grievances';

export function grievanceDocumentId(grievance: GrievanceId): string {
  return documentId(grievance);
}

/** Complaints and petitions put to an organisation. */
export const grievancesProjection = projectionOf('grievances', 1, [
  modelOf<GrievanceDocument, GrievanceEvent['type']>({
    collection: {
      name: GRIEVANCES,
      indexes: [
        { name: 'organisation', fields: [{ path: 'organisation' }, { path: 'grievance' }] },
        {
          name: 'state',
          fields: [{ path: 'state' }, { path: 'organisation' }, { path: 'grievance' }],
        },
      ],
    },
    takes: { GrievanceOpened: true, GrievanceFlagged: true, GrievanceResolved: true },
    idsOf: ({ data }) => [grievanceDocumentId(data.grievance)],
    apply: (document, event) => {
      const { grievance, organisation } = event.data;
      const before: GrievanceDocument = document ?? {
        grievance,
        organisation,
        state: 'OPEN',
        flags: [],
        events: [],
      };
      return grounded(applied(before, event), event);
    },
  }),
]);

function applied(
  document: GrievanceDocument,
  event: FactOfType<GrievanceEvent['type']>,
): GrievanceDocument {
  const at = event.metadata.effectiveAt;
  switch (event.type) {
    case 'GrievanceOpened':
      return { ...document, organisation: event.data.organisation, openedAt: at };
    case 'GrievanceFlagged': {
      const { flag } = event.data;
      if (document.flags.some((one) => one.flag === flag)) return document;
      return { ...document, flags: [...document.flags, { flag, event: refTo(event) }] };
    }
    case 'GrievanceResolved':
      return { ...document, state: 'RESOLVED', resolvedAt: at };
    default:
      return assertNever(event);
  }
}
