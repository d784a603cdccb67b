import { assertNever } from '#vocabulary';
import type { FrameworkId } from '#vocabulary';
import type { FrameworkEvent } from '#domain';
import { documentId, grounded, modelOf, projectionOf } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { FrameworkDocument } from './framework.document';

export const FRAMEWORKS = 'frameworks';

export function frameworkDocumentId(framework: FrameworkId, version: number): string {
  return documentId(framework, version);
}

/** Criteria frameworks, one document per version. */
export const frameworksProjection = projectionOf('frameworks', 1, [
  modelOf<FrameworkDocument, FrameworkEvent['type']>({
    collection: {
      name: FRAMEWORKS,
      indexes: [
        { name: 'framework', fields: [{ path: 'framework' }, { path: 'version' }] },
        {
          name: 'state',
          fields: [{ path: 'state' }, { path: 'framework' }, { path: 'version' }],
        },
      ],
    },
    takes: {
      FrameworkDrafted: true,
      FrameworkExtended: true,
      FrameworkPublished: true,
      FrameworkSuperseded: true,
    },
    idsOf: ({ data }) => [frameworkDocumentId(data.framework, data.version)],
    apply: (document, event) => {
      const { framework, version } = event.data;
      return grounded(
        applied(document ?? { framework, version, state: 'DRAFT', events: [] }, event),
        event,
      );
    },
  }),
]);

function applied(
  document: FrameworkDocument,
  event: FactOfType<FrameworkEvent['type']>,
): FrameworkDocument {
  const at = event.metadata.effectiveAt;
  switch (event.type) {
    case 'FrameworkDrafted':
    case 'FrameworkExtended': {
      const { definition } = event.data;
      return {
        ...document,
        definition,
        ...(definition.extends === undefined ? {} : { extends: definition.extends }),
        draftedAt: at,
      };
    }
    case 'FrameworkPublished':
      return {
        ...document,
        state: 'PUBLISHED',
        definition: event.data.definition,
        publishedAt: at,
      };
    case 'FrameworkSuperseded':
      return {
        ...document,
        state: 'SUPERSEDED',
        supersededAt: at,
        supersededBy: event.data.by,
      };
    default:
      return assertNever(event);
  }
}
