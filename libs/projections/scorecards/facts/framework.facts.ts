import type { CriteriaFramework } from '#vocabulary';
import { partOf } from './kept';

/** A published framework version, for evaluation. */
export interface FrameworkDocument {
  readonly kind: 'framework';
  readonly definition?: CriteriaFramework;
}

export const frameworkParts = [
  partOf<FrameworkDocument>()({
    subjectsOf: ({ data: { framework: id, version } }) => [{ kind: 'framework', id, version }],
    takes: {
      FrameworkPublished: (_document, { data }) => ({
        kind: 'framework',
        definition: data.definition,
      }),
    },
    // A published framework never changes.
    without: (document) => document,
  }),
];
