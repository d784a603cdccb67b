import type { EvidenceRef } from '#criteria';
import type { OrganisationId } from '#vocabulary';
import { leafAt } from '../../replaying/folded-export';
import type { ColumnOf } from '../table-of';
import { column } from './columns';

/** A row that is about an organisation. */
export interface AboutOrganisation {
  readonly organisation: OrganisationId;
  readonly name: string;
}

export const ORGANISATION_COLUMNS: readonly ColumnOf<AboutOrganisation>[] = [
  column('organisation', ({ organisation }) => organisation),
  column('name', ({ name }) => name),
];

/** An event as `prove` and `verify` name it: its id, and the number of its leaf. */
export function leafLine({ event, position }: EvidenceRef): string {
  return `${event} #${leafAt(position)}`;
}
