const label = (text: string) => ({ vi: text, en: text });

/** A framework as no place has it: five goods, other numbers, points that must be reached. */
export const FIVE_GOODS = {
  id: 'five-goods',
  version: 1,
  title: label('Năm tốt'),
  legalBasis: [{ number: '5-KH/TU', date: '2024-12-01', issuer: 'Ban Thường vụ mẫu' }],
  validFrom: '2025-01-01',
  validTo: '2025-12-31',
  parameters: {
    censusDate: '06-30',
    externalSources: ['PRESS'],
    selfDetectedExempts: true,
    publicationDueDays: 15,
    ratingQuota: null,
  },
  profiles: [
    {
      appliesTo: { kinds: ['SUBORDINATE_CELL'], types: ['*'] },
      goods: [
        {
          code: 'TARGETS',
          label: label('Chỉ tiêu tốt'),
          conditions: [
            {
              id: 'half-of-the-targets',
              rule: 'R-05',
              kind: 'HARD',
              metric: 'targets.metShare',
              op: '>',
              value: 0.5,
              label: label('Hơn một nửa chỉ tiêu'),
            },
          ],
        },
        {
          code: 'MEETINGS',
          label: label('Sinh hoạt tốt'),
          conditions: [
            {
              id: 'two-months',
              rule: 'R-10',
              kind: 'HARD',
              metric: 'meetings.regularMonths',
              op: '>=',
              value: 2,
              label: label('Ít nhất hai tháng'),
            },
          ],
        },
        {
          code: 'DISCIPLINE',
          label: label('Kỷ luật tốt'),
          conditions: [
            {
              id: 'nothing-prohibited',
              rule: 'R-06',
              kind: 'KNOCK_OUT',
              metric: 'violations.prohibitedThings',
              label: label('Không vi phạm'),
            },
          ],
        },
        {
          code: 'UNITY',
          label: label('Đoàn kết tốt'),
          conditions: [{ id: 'united', kind: 'APPRAISED', label: label('Đoàn kết') }],
        },
        {
          code: 'DIGITAL',
          label: label('Chuyển đổi số tốt'),
          conditions: [{ id: 'online', kind: 'POINTS', maxPoints: 7, label: label('Trực tuyến') }],
        },
      ],
      points: { minimum: 6 },
    },
  ],
} as const;
