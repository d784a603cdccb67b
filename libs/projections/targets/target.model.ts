import type { OrganisationId } from '#vocabulary';
import { documentId, modelOf, refTo } from '#projection-engine';
import type { TargetDocument } from './target.document';

export const TARGETS = 'targets';

export function targetDocumentId(organisation: OrganisationId, year: number, code: string): string {
  return documentId(year, organisation, code);
}

export const targetModel = modelOf<TargetDocument>()({
  collection: {
    name: TARGETS,
    indexes: [
      {
        name: 'organisation',
        fields: [{ path: 'organisation' }, { path: 'year' }, { path: 'code' }],
      },
      { name: 'year', fields: [{ path: 'year' }, { path: 'code' }] },
    ],
  },
  idsOf: ({ data }) => [targetDocumentId(data.organisation, data.year, data.code)],
  begin: ({ data: { organisation, year, code } }) => ({
    organisation,
    year,
    code,
    title: '',
    unit: '',
    assigned: null,
    direction: 'AT_LEAST',
    progress: [],
    events: [],
  }),
  takes: {
    TargetAssigned: (document, { data: { title, unit, assigned, direction } }) =>
      document.assigned === null ? { ...document, title, unit, assigned, direction } : document,
    TargetProgressReported: (document, event) => {
      const report = { achieved: event.data.achieved, event: refTo(event) };
      return { ...document, progress: [...document.progress, report] };
    },
    TargetResultConfirmed: (document, event) => {
      const confirmed = { achieved: event.data.achieved, event: refTo(event) };
      return { ...document, confirmed: document.confirmed ?? confirmed };
    },
  },
});
