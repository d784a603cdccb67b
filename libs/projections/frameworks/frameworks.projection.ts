import type { FrameworkDefinition, FrameworkId } from '#vocabulary';
import { documentId, modelOf, projectionOf } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { FrameworkDocument } from './framework.document';

export const FRAMEWORKS = 'frameworks';

export function frameworkDocumentId(framework: FrameworkId, version: number): string {
  return documentId(framework, version);
}

/** Criteria frameworks, one document per version. */
export const frameworksProjection = projectionOf('frameworks', 1, [
  modelOf<FrameworkDocument>()({
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
    idsOf: ({ data }) => [frameworkDocumentId(data.framework, data.version)],
    begin: ({ data: { framework, version } }) => ({
      framework,
      version,
      state: 'DRAFT',
      events: [],
    }),
    takes: {
      FrameworkDrafted: drafted,
      FrameworkExtended: drafted,
      FrameworkPublished: (document, { data, metadata }) => ({
        ...document,
        state: 'PUBLISHED',
        definition: data.definition,
        publishedAt: metadata.effectiveAt,
      }),
      FrameworkSuperseded: (document, { data, metadata }) => ({
        ...document,
        state: 'SUPERSEDED',
        supersededAt: metadata.effectiveAt,
        supersededBy: data.by,
      }),
    },
  }),
]);

function drafted(
  document: FrameworkDocument,
  { data, metadata }: FactOfType<'FrameworkDrafted' | 'FrameworkExtended'>,
): FrameworkDocument {
  const definition: FrameworkDefinition = data.definition;
  return {
    ...document,
    definition,
    ...(definition.extends === undefined ? {} : { extends: definition.extends }),
    draftedAt: metadata.effectiveAt,
  };
}
