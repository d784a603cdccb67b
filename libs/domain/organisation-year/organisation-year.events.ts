import type { Fact } from '../shared/event';
import type { CaseId, OrganisationId } from '#vocabulary';

interface OfYear {
  readonly organisation: OrganisationId;
  readonly year: number;
}

/** What the passing of time brought, recorded so that nothing depends on the wall clock. */
export type OrganisationYearEvent =
  /** A month (1–12) without a regular meeting, or a quarter (1–4) without a thematic one. */
  | Fact<
      'MeetingMissed',
      OfYear &
        (
          | { readonly period: 'MONTH'; readonly month: number }
          | { readonly period: 'QUARTER'; readonly quarter: number }
        )
    >
  | Fact<'PublicationOverdue', OfYear>
  | Fact<'AnnouncementOverdue', OfYear & { readonly case: CaseId }>
  /** Nothing of the year is still awaited. */
  | Fact<'PeriodClosed', OfYear>;
