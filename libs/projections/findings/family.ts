import type { Archived, FactArchive } from './fact-archive';
import type { OrganisationSubject } from './subjects/organisation.subject';
import type { OrganisationYear } from './subjects/year.subject';

type Family = readonly [Archived<OrganisationSubject>, ...Archived<OrganisationSubject>[]];

/** The organisation and its children, unless none of them has anything of that year. */
export async function familyIn(
  organisationYear: OrganisationYear,
  archive: FactArchive,
): Promise<Family | undefined> {
  const own = await archive.organisation(organisationYear.organisation);
  const family = [own, ...(await childrenOf(own.ever, archive))] as const;
  return family.some(({ content }) => content.years.includes(organisationYear.year))
    ? family
    : undefined;
}

export async function childrenOf(
  own: OrganisationSubject,
  archive: FactArchive,
): Promise<readonly Archived<OrganisationSubject>[]> {
  await archive.prefetch(
    own.children.flatMap((organisation) => [
      { kind: 'organisation', organisation },
      { kind: 'disciplines', organisation },
    ]),
  );
  return Promise.all(own.children.map((child) => archive.organisation(child)));
}
