import type { GrantId } from '#vocabulary';
import { documentId, modelOf, projectionOf } from '#projection-engine';
import type { GrantDocument } from './grant.document';

export const GRANTS = 'grants';

export function grantDocumentId(grant: GrantId): string {
  return documentId(grant);
}

/** Who holds which role, where, and by when. */
export const grantsProjection = projectionOf('grants', 1, [
  modelOf<GrantDocument>()({
    collection: {
      name: GRANTS,
      indexes: [
        { name: 'subject', fields: [{ path: 'subject' }] },
        { name: 'organisation', fields: [{ path: 'organisation' }] },
      ],
    },
    idsOf: ({ data }) => [grantDocumentId(data.grant)],
    begin: ({ data }) => ({
      grant: data.grant,
      subject: data.subject,
      role: data.role,
      organisation: data.organisation,
      // An end without a beginning: it never held.
      holdsFrom: 'holdsFrom' in data ? data.holdsFrom : data.holdsUntil,
      events: [],
    }),
    takes: {
      RoleGranted: (document, { data, metadata: { actor, onBehalfOf } }) => ({
        ...document,
        ...data,
        grantedBy: onBehalfOf ?? actor,
      }),
      RoleEnded: (document, { data: { holdsUntil } }) => ({ ...document, holdsUntil }),
    },
  }),
]);
