import type { TestApi } from './test-api';

/** Whatever commands can be given to. */
type Recording = Pick<TestApi, 'record'>;

const label = { vi: 'Điều kiện mẫu', en: 'Sample condition' };

/** All targets met; published within ten days. */
const FRAMEWORK = {
  id: 'targets-only',
  version: 1,
  title: { vi: 'Khung mẫu', en: 'Sample framework' },
  legalBasis: [],
  validFrom: '2024-01-01',
  validTo: '2025-12-31',
  parameters: { publicationDueDays: 10 },
  profiles: [
    {
      appliesTo: { kinds: ['GRASSROOTS_CELL'], types: ['*'] },
      goods: [
        {
          code: 'POLITICAL_TASK',
          label,
          conditions: [
            {
              id: 'targets-met',
              rule: 'R-05',
              kind: 'HARD',
              label,
              metric: 'targets.metShare',
              op: '>=',
              value: 1,
            },
            { id: 'study', kind: 'APPRAISED', label },
          ],
        },
      ],
    },
  ],
};

export const YEAR = { organisation: 'cell', year: 2024 };
export const TARGET = { ...YEAR, code: 'budget' };

const at = (date: string) => ({ effectiveAt: `${date}T08:00:00+07:00` });

/** A cell below a district that pledged for 2024. */
export async function pledgedCell(api: Recording, more: object = {}): Promise<void> {
  const founded = at('2020-01-01');
  const district = { organisation: 'district', kind: 'SUPERIOR_COMMITTEE', level: 'DISTRICT' };
  const cell = { organisation: 'cell', kind: 'GRASSROOTS_CELL', parent: 'district' };
  const named = { name: 'Tên', organisationType: 'agency', ...founded };
  await api.record('establishOrganisation', { ...district, ...named });
  await api.record('establishOrganisation', { ...cell, ...named });
  const version = { framework: 'targets-only', version: 1, ...at('2024-01-01') };
  await api.record('draftFramework', { ...version, definition: { ...FRAMEWORK, ...more } });
  await api.record('publishFramework', version);
  await api.record('launchCampaign', {
    campaign: 'campaign',
    framework: { id: 'targets-only', version: 1 },
    root: 'district',
    fromYear: 2024,
    toYear: 2024,
    ...at('2024-01-02'),
  });
  const pledge = { campaign: 'campaign', ...YEAR };
  await api.record('registerPledge', { ...pledge, items: [], ...at('2024-01-05') });
  await api.record('signPledge', { ...pledge, ...at('2024-01-05') });
}

/** It met its one target and was appraised, in December 2024. */
export async function appraisedCell(api: Recording): Promise<void> {
  await pledgedCell(api);
  const target = { title: 'Thu ngân sách', unit: '%', assigned: '100', direction: 'AT_LEAST' };
  await api.record('assignTarget', { ...TARGET, ...target, ...at('2024-02-01') });
  await api.record('confirmTargetResult', { ...TARGET, achieved: '100', ...at('2024-12-20') });
  await api.record('openAssessment', { ...YEAR, ...at('2024-12-21') });
  await api.record('recordAppraisal', {
    ...YEAR,
    conditions: [{ condition: 'study', result: 'MET' }],
    ...at('2024-12-28'),
  });
}

/** What recognises it on 10 January 2025. */
export const RECOGNITION = {
  ...YEAR,
  number: '1-QĐ/HU',
  decidedBy: 'district',
  ...at('2025-01-10'),
};

/** It met its one target, and was recognised. */
export async function recognisedCell(api: Recording): Promise<void> {
  await appraisedCell(api);
  await api.record('grantRecognition', RECOGNITION);
}
