/** In the order in which they are imported: each may refer to those before it (import contract). */
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

/** Frameworks come as files of their own. */
export type TableOfRows = Exclude<TableName, 'frameworks'>;

export function isTableOfRows(name: string): name is TableOfRows {
  return name !== 'frameworks' && TABLE_NAMES.some((table) => table === name);
}
