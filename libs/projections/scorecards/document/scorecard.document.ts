import type { EvidenceRef, Scorecard } from '#criteria';
import type { CampaignId, OrganisationId } from '#vocabulary';
import type { RecognitionEntry } from '../facts/recognition';

/** What readers see: the scorecard of an organisation and year, and what they filter by. */
export interface ScorecardDocument {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly organisationKind?: string;
  readonly organisationType?: string;
  /** The organisation and its ancestors as of 31 December of the year. */
  readonly lineage: readonly OrganisationId[];
  readonly campaign?: CampaignId;
  readonly outcome: Scorecard['outcome'];
  readonly failedRules: readonly string[];
  readonly failedGoods: readonly string[];
  readonly recognition?: RecognitionEntry;
  /** Later events that contradicted the recognition that stands, in the order recorded. */
  readonly causes: readonly EvidenceRef[];
  /** Whether any of them still waits for its review to be required. */
  readonly reviewDue: boolean;
  readonly scorecard: Scorecard;
  /** Position of the last event that counted. */
  readonly basedOn: string;
}
