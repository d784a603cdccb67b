import type { CaseId, OrganisationId } from '#vocabulary';

interface OfYear {
  readonly organisation: OrganisationId;
  readonly year: number;
}

export type OrganisationYearCommand =
  | (OfYear & { readonly type: 'RecordMissedMonth'; readonly month: number })
  | (OfYear & { readonly type: 'RecordMissedQuarter'; readonly quarter: number })
  | (OfYear & { readonly type: 'RecordPublicationOverdue' })
  | (OfYear & { readonly type: 'RecordAnnouncementOverdue'; readonly case: CaseId })
  | (OfYear & { readonly type: 'ClosePeriod' });
