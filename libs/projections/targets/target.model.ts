import { assertNever } from '#vocabulary';
import type { OrganisationId } from '#vocabulary';
import { documentId, grounded, modelOf, refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { TargetDocument } from './target.document';

export const TARGETS = 'targets';

export function targetDocumentId(organisation: OrganisationId, year: number, code: string): string {
  return documentId(year, organisation, code);
}

type TargetEventType = 'TargetAssigned' | 'TargetProgressReported' | 'TargetResultConfirmed';

export const targetModel = modelOf<TargetDocument, TargetEventType>({
  collection: {
    name: TARGETS,
    indexes: [
      {
        name: 'organisation',
        fields: [{ path: 'organisation' }, { path: 'year' }, { path: 'code' }],
      },
      { name: 'year', fields: [{ path: 'year' }, { path: 'organisation' }, { path: 'code' }] },
    ],
  },
  takes: { TargetAssigned: true, TargetProgressReported: true, TargetResultConfirmed: true },
  idsOf: ({ data }) => [targetDocumentId(data.organisation, data.year, data.code)],
  apply: (document, event) => grounded(applied(document ?? begun(event.data), event), event),
});

function begun({
  organisation,
  year,
  code,
}: Pick<TargetDocument, 'organisation' | 'year' | 'code'>): TargetDocument {
  return {
    organisation,
    year,
    code,
    title: '',
    unit: '',
    assigned: null,
    direction: 'AT_LEAST',
    progress: [],
    events: [],
  };
}

function applied(document: TargetDocument, event: FactOfType<TargetEventType>): TargetDocument {
  switch (event.type) {
    case 'TargetAssigned': {
      const { title, unit, assigned, direction } = event.data;
      return document.assigned === null
        ? { ...document, title, unit, assigned, direction }
        : document;
    }
    case 'TargetProgressReported': {
      const report = { achieved: event.data.achieved, event: refTo(event) };
      return { ...document, progress: [...document.progress, report] };
    }
    case 'TargetResultConfirmed': {
      const confirmed = { achieved: event.data.achieved, event: refTo(event) };
      return { ...document, confirmed: document.confirmed ?? confirmed };
    }
    default:
      return assertNever(event);
  }
}
