import type { CriteriaFramework, LocalDate, OrganisationId, OrganisationKind } from '#vocabulary';
import { startOfDay } from '#vocabulary';
import type { DomainEvent } from '#domain';
import type { ToRecord } from '#projection-engine/testing';

/** A fact that was true from the start of a date on. */
export function on(date: LocalDate, fact: DomainEvent): ToRecord {
  return { ...fact, effectiveAt: startOfDay(date) };
}

export function published(definition: CriteriaFramework): ToRecord {
  const { id: framework, version } = definition;
  return on('2023-01-01', { type: 'FrameworkPublished', data: { framework, version, definition } });
}

export function established(
  organisation: OrganisationId,
  parent?: OrganisationId,
  kind: OrganisationKind = 'SUBORDINATE_CELL',
  date: LocalDate = '2023-01-01',
): ToRecord {
  return on(date, {
    type: 'OrganisationEstablished',
    data: {
      organisation,
      kind,
      name: organisation,
      organisationType: 'village',
      ...(parent === undefined ? {} : { parent }),
    },
  });
}

export function reparented(
  organisation: OrganisationId,
  from: OrganisationId,
  to: OrganisationId,
  date: LocalDate,
): ToRecord {
  return on(date, { type: 'OrganisationReparented', data: { organisation, from, to } });
}

export function dissolved(
  organisation: OrganisationId,
  parent: OrganisationId,
  date: LocalDate,
): ToRecord {
  return on(date, { type: 'OrganisationDissolved', data: { organisation, parent } });
}

export function merged(
  organisation: OrganisationId,
  into: OrganisationId,
  date: LocalDate,
): ToRecord {
  return on(date, { type: 'OrganisationMerged', data: { organisation, into } });
}

export function pledged(organisation: OrganisationId, year: number, framework: string): ToRecord[] {
  const data = {
    campaign: `campaign-${framework}`,
    year,
    organisation,
    framework: { id: framework, version: 1 },
  };
  return [
    on(`${year}-01-15`, { type: 'PledgeRegistered', data: { ...data, items: [] } }),
    on(`${year}-01-20`, { type: 'PledgeSigned', data }),
  ];
}

export function admitted(member: string, organisation: OrganisationId): ToRecord {
  return on('2023-02-01', {
    type: 'MemberAdmitted',
    data: { member, organisation, admittedOn: '2023-02-01' },
  });
}

/** So many official members of an organisation, named after it. */
export function admittedMany(organisation: OrganisationId, count: number): ToRecord[] {
  return Array.from({ length: count }, (_, index) =>
    admitted(`m-${organisation}-${index + 1}`, organisation),
  );
}

export function rated(
  member: string,
  organisation: OrganisationId,
  year: number,
  level: 'EXCELLENT' | 'GOOD' | 'COMPLETED' | 'FAILED',
): ToRecord {
  return on(`${year}-12-10`, {
    type: 'MemberRatingDecided',
    data: { member, organisation, year, level, decidedBy: organisation },
  });
}

export function closed(organisation: OrganisationId, year: number): ToRecord {
  return on(`${year + 1}-02-01`, { type: 'PeriodClosed', data: { organisation, year } });
}
