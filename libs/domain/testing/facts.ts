import type { DomainEvent } from '../registry';
import type { Effective } from '../shared/event';
import type { MemberId, OrganisationId, OrganisationKind } from '#vocabulary';
import { on } from './given';

/** A small world for specs: a superior committee `superior`, the committee `c1` below it, its cells `k1` and `k2`. */
export function someTree(): readonly Effective<DomainEvent>[] {
  return [
    established('superior', 'SUPERIOR_COMMITTEE'),
    established('c1', 'GRASSROOTS_COMMITTEE', 'superior'),
    established('k1', 'SUBORDINATE_CELL', 'c1'),
    established('k2', 'SUBORDINATE_CELL', 'c1'),
  ];
}

/** Established at the beginning of 2000, unless said otherwise. */
export function established(
  organisation: OrganisationId,
  kind: OrganisationKind = 'SUBORDINATE_CELL',
  parent?: OrganisationId,
  since = '2000-01-01',
): Effective<DomainEvent> {
  return on(since, {
    type: 'OrganisationEstablished',
    data: {
      organisation,
      kind,
      name: `Organisation ${organisation}`,
      organisationType: 'neighbourhood',
      ...(parent === undefined ? {} : { parent }),
    },
  });
}

/** Admitted at the beginning of 2010, unless said otherwise: probationary from then on. */
export function admitted(
  member: MemberId,
  organisation: OrganisationId,
  since = '2010-01-01',
): Effective<DomainEvent> {
  return on(since, { type: 'MemberAdmitted', data: { member, organisation, admittedOn: since } });
}

export function madeOfficial(
  member: MemberId,
  organisation: OrganisationId,
  since = '2011-01-01',
): Effective<DomainEvent> {
  return on(since, {
    type: 'MemberMadeOfficial',
    data: { member, organisation, officialOn: since },
  });
}
