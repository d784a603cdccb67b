import type { CriteriaFramework } from '#vocabulary';
import type { DomainEvent } from '../registry';
import type { Effective } from '../shared/event';
import { on } from './given';

/** A complete framework with one condition, for specs that need some published one. */
export function someFramework(change: Partial<CriteriaFramework> = {}): CriteriaFramework {
  const label = { vi: 'Khung mẫu', en: 'Sample frame' };
  return {
    id: 'frame',
    version: 1,
    title: label,
    legalBasis: [],
    validFrom: '2023-01-01',
    validTo: '2025-12-31',
    parameters: {
      censusDate: '12-31',
      externalSources: ['PRESS'],
      selfDetectedExempts: false,
      publicationDueDays: 30,
      closesAfterDays: 31,
      ratingQuota: null,
    },
    profiles: [
      {
        appliesTo: { kinds: ['SUBORDINATE_CELL'], types: ['*'] },
        goods: [
          {
            code: 'POLITICAL_TASK',
            label,
            conditions: [{ id: 'study', kind: 'APPRAISED', label }],
          },
        ],
      },
    ],
    ...change,
  };
}

/** Drafted and published at the beginning of 2023. */
export function publishedFrame(
  definition: CriteriaFramework = someFramework(),
): readonly Effective<DomainEvent>[] {
  const { id: framework, version } = definition;
  return [
    on('2023-01-01', { type: 'FrameworkDrafted', data: { framework, version, definition } }),
    on('2023-01-01', { type: 'FrameworkPublished', data: { framework, version, definition } }),
  ];
}

/** A campaign for 2023–2025 under the sample frame, launched in May 2023. */
export function launchedCampaign(campaign = 'campaign', root = 'superior'): Effective<DomainEvent> {
  return on('2023-05-31', {
    type: 'CampaignLaunched',
    data: { campaign, framework: { id: 'frame', version: 1 }, root, fromYear: 2023, toYear: 2025 },
  });
}
