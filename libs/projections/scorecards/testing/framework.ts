import { METRICS } from '#criteria';
import type { Condition, CriteriaFramework, MetricParams } from '#vocabulary';

const label = { vi: 'Khung mẫu', en: 'Sample' };

const PARAMS: Readonly<Record<string, MetricParams>> = {
  flags: { flags: ['PROLONGED', 'CROWD'] },
  ratingLevel: { level: 'GOOD' },
  meetingLevel: { level: 'KHA' },
};

function conditionOn({ name, param }: (typeof METRICS)[number]): Condition {
  return {
    id: name,
    kind: 'HARD',
    label,
    metric: name,
    op: '>=',
    value: 0.9,
    ...(param === undefined ? {} : { params: PARAMS[param] ?? {} }),
  };
}

/** A framework that asks for every metric there is, so that nothing of the facts goes unseen. */
export function frameworkOfEverything(
  id: string,
  parameters: Partial<CriteriaFramework['parameters']> = {},
): CriteriaFramework {
  return frameworkWith(id, METRICS.map(conditionOn), parameters);
}

/** For organisations of any kind, with one good of these conditions. */
export function frameworkWith(
  id: string,
  conditions: readonly Condition[],
  parameters: Partial<CriteriaFramework['parameters']> = {},
): CriteriaFramework {
  return {
    id,
    version: 1,
    title: label,
    legalBasis: [],
    validFrom: '2023-01-01',
    validTo: '2025-12-31',
    parameters: {
      censusDate: '12-31',
      externalSources: ['PRESS', 'CITIZEN_REPORT'],
      selfDetectedExempts: true,
      publicationDueDays: 30,
      closesAfterDays: 31,
      ratingQuota: null,
      ...parameters,
    },
    profiles: [
      {
        appliesTo: {
          kinds: [
            'SUBORDINATE_CELL',
            'GRASSROOTS_CELL',
            'GRASSROOTS_COMMITTEE',
            'SECTIONAL_COMMITTEE',
            'SUPERIOR_COMMITTEE',
          ],
          types: ['*'],
        },
        goods: [{ code: 'EVERYTHING', label, conditions }],
      },
    ],
    meetingScale: {
      groups: [{ code: 'ATTENDANCE', maxPoints: 100 }],
      bands: [
        { level: 'TOT', min: 90 },
        { level: 'KHA', min: 70 },
        { level: 'TRUNG_BINH', min: 50 },
        { level: 'KEM', min: 0 },
      ],
      validity: { minimumMinutes: 90, documentsDaysBefore: 1 },
    },
  };
}
