import type { EvidenceRef } from '#criteria';
import type { OrganisationId } from '#vocabulary';
import { leafAt } from '../../replaying/folded-export';
import type { ColumnOf } from '../table-of';

/** A row that is about an organisation. */
export interface AboutOrganisation {
  readonly organisation: OrganisationId;
  readonly name: string;
}

export const ORGANISATION_COLUMNS: readonly ColumnOf<AboutOrganisation>[] = [
  {
    key: 'organisation',
    label: { vi: 'Mã tổ chức', en: 'Organisation' },
    width: 16,
    value: ({ organisation }) => organisation,
  },
  {
    key: 'name',
    label: { vi: 'Tên tổ chức', en: 'Name' },
    width: 28,
    value: ({ name }) => name,
  },
];

/** An event as `prove` and `verify` name it: its id, and the number of its leaf. */
export function leafLine({ event, position }: EvidenceRef): string {
  return `${event} #${leafAt(position)}`;
}
