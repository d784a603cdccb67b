import type { CriteriaFramework, FrameworkExtension } from '#vocabulary';
import { on } from '#domain/testing';
import { documentIn, recorded } from '#projection-engine/testing';
import { frameworkDocumentId, FRAMEWORKS, frameworksProjection } from '.';
import type { FrameworkDocument } from '.';

const BASE = { id: 'f1', version: 3 };
const HEAD = {
  id: 'f2',
  version: 1,
  title: { vi: 'Khung tiêu chí', en: 'Framework' },
  extends: BASE,
};
const EXTENSION: FrameworkExtension = HEAD;
const COMPLETE: CriteriaFramework = {
  ...HEAD,
  legalBasis: [],
  validFrom: '2024-01-01',
  validTo: '2025-12-31',
  parameters: {
    censusDate: '12-31',
    externalSources: [],
    selfDetectedExempts: false,
    publicationDueDays: null,
    closesAfterDays: 90,
    ratingQuota: null,
  },
  profiles: [],
};
const OF = { framework: 'f2', version: 1 };

describe('a version of a framework', () => {
  it('is a draft, then published in its complete form, then superseded', () => {
    const facts = recorded(
      on('2024-01-01', { type: 'FrameworkExtended', data: { ...OF, definition: EXTENSION } }),
      on('2024-01-10', { type: 'FrameworkPublished', data: { ...OF, definition: COMPLETE } }),
      on('2025-01-01', { type: 'FrameworkSuperseded', data: { ...OF, by: 2 } }),
    );
    const after = (count: number): FrameworkDocument | undefined =>
      documentIn(frameworksProjection, facts.slice(0, count), {
        collection: FRAMEWORKS,
        id: frameworkDocumentId('f2', 1),
      });
    expect(after(1)).toMatchObject({ state: 'DRAFT', definition: EXTENSION, extends: BASE });
    expect(after(2)).toMatchObject({ state: 'PUBLISHED', definition: COMPLETE });
    expect(after(3)).toMatchObject({
      state: 'SUPERSEDED',
      definition: COMPLETE,
      publishedAt: '2024-01-10T00:00:00+07:00',
      supersededBy: 2,
    });
  });
});
