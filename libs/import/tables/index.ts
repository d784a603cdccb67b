import type { TableImport } from './table-import';
import type { TableOfRows } from './table-names';
import { appraisals } from './appraisals';
import { assessments } from './assessments';
import { campaigns } from './campaigns';
import { cases } from './cases';
import { closings } from './closings';
import { grievances } from './grievances';
import { meetings } from './meetings';
import { members } from './members';
import { membershipTotals } from './membership-totals';
import { organisations } from './organisations';
import { pilots } from './pilots';
import { pledges } from './pledges';
import { ratings } from './ratings';
import { recognitions } from './recognitions';
import { signals } from './signals';
import { targets } from './targets';
import { transfers } from './transfers';

export type { Office } from './on-behalf';
export * from './table-import';
export * from './table-names';

/** Frameworks come between the tables, as files of their own. */
export const TABLE_IMPORTS: Readonly<Record<TableOfRows, TableImport>> = {
  organisations,
  members,
  transfers,
  membership_totals: membershipTotals,
  campaigns,
  pilots,
  pledges,
  targets,
  meetings,
  grievances,
  cases,
  signals,
  ratings,
  assessments,
  appraisals,
  closings,
  recognitions,
};
