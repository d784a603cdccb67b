import type { Scorecard } from '#criteria';
import type { CaseId, OrganisationId } from '#vocabulary';
import type { CaseSubject } from '#domain';

/** Where decisions find what no single stream tells. All answer from everything recorded so far. */
export interface DecisionSources {
  /** As it stands once every event recorded before the call is counted. */
  scorecard(organisation: OrganisationId, year: number): Promise<Scorecard | undefined>;
  /** Cases about a member or, without one, about the organisation itself. */
  casesOf(subject: CaseSubject): Promise<readonly CaseId[]>;
}
