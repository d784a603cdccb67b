import type { Actor, Instant } from '#vocabulary';
import type { DomainCommand } from '#domain';
import type { LegalBasis } from '#event-log';

/** One step of a row: a command, when it was true, and on whose behalf. All steps of a row go to one stream. */
export interface RowCommand {
  readonly command: DomainCommand;
  readonly effectiveAt: Instant;
  /** The column that says when, or else that the step was done at all. */
  readonly datedBy: string;
  readonly onBehalfOf?: Actor;
  readonly legalBasis?: readonly LegalBasis[];
}
