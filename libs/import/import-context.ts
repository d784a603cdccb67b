import type { LocalDate, OrganisationId } from '#vocabulary';
import type { Bundle } from './bundle';

/** What the rows of one table have to know of other tables, or of what is recorded already. */
export interface ImportContext {
  readonly bundle: Bundle;
  establishedOn(organisation: OrganisationId): Promise<LocalDate | undefined>;
}
