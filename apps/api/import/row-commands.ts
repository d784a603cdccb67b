import type { Actor, DomainCommand, Instant } from '#domain';
import type { LegalBasis } from '#event-log';

/** One step of a row: a command, when it was true, and on whose behalf. All steps of a row go to one stream. */
export interface RowCommand {
  readonly command: DomainCommand;
  readonly effectiveAt: Instant;
  readonly onBehalfOf?: Actor;
  readonly legalBasis?: readonly LegalBasis[];
}
