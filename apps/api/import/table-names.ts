/** In the order in which they are taken: each may rest on those before it (import contract). */
export const TABLE_NAMES = [
  'organisations',
  'members',
  'transfers',
  'membership_totals',
  'frameworks',
  'campaigns',
  'pilots',
  'pledges',
  'targets',
  'meetings',
  'grievances',
  'cases',
  'signals',
  'ratings',
  'assessments',
  'appraisals',
  'closings',
  'recognitions',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export function isTableName(name: string): name is TableName {
  return TABLE_NAMES.some((one) => one === name);
}
