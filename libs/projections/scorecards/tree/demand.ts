import type { CriteriaFramework, LocalDate, OrganisationId } from '#vocabulary';
import { attachedTo } from './attachment';
import { withEntry } from '../facts/entries';
import { organisationKey, yearKey } from '../facts/keys';
import type { OrganisationDocument } from '../facts/organisation.facts';
import type { YearDocument } from '../facts/year.facts';
import type { DueYear } from './due-year';
import { censusDateOf, frameworkOf } from '../facts/framework-of-year';
import { report } from './report';
import type { ScorecardDocuments } from './scorecard-documents';
import { isWithin } from '../counts/steps';

type Demands = YearDocument['demandedBy'];
type Census = Readonly<Record<OrganisationId, LocalDate>>;

/** The demands that still come from the organisation's parent on the census date. */
export function standingDemands(
  demandedBy: Demands,
  { state }: OrganisationDocument,
  year: number,
): Demands {
  return Object.fromEntries(
    Object.entries(demandedBy).filter(([, { census, via }]) =>
      isWithin(attachedTo(state, via, year), census),
    ),
  );
}

/** Who asks for a count of those below the organisation, itself included, and as of which date. */
function censusesOf(
  organisation: OrganisationId,
  year: number,
  ofYear: YearDocument,
  framework: CriteriaFramework | undefined,
): Census {
  const asks = ofYear.isAskedFor === true || frameworkOf(ofYear) !== undefined;
  const own = asks ? { [organisation]: censusDateOf(framework, year) } : {};
  const above = Object.entries(ofYear.demandedBy).map(([by, { census }]) => [by, census] as const);
  return { ...Object.fromEntries(above), ...own };
}

/**
 * The scorecard of an organisation under a framework, or from where a campaign reaches, counts everyone below it on the
 * census date, also those of whom nothing was recorded in the year: so it demands a summary of each child, and
 * the child hands the demand on. On one date the tree has no cycles, so no demand keeps itself
 * alive. Children that are not its own any more are let go.
 */
export async function demandOf(
  { organisation, year }: DueYear,
  standing: OrganisationDocument,
  ofYear: YearDocument,
  documents: ScorecardDocuments,
): Promise<readonly DueYear[]> {
  const framework = await documents.framework(frameworkOf(ofYear));
  const censuses = censusesOf(organisation, year, ofYear, framework);
  const follow: DueYear[] = [];
  await documents.prefetch(
    standing.children.flatMap((child) => [organisationKey(child), yearKey(child, year)]),
  );
  for (const child of standing.children) {
    const { body } = await documents.organisation(child);
    const attached = attachedTo(body.state, organisation, year);
    const existing = await documents.year(child, year);
    const handedOn = Object.entries(censuses).filter(
      ([by, census]) => by !== child && isWithin(attached, census),
    );
    const demandedBy = demandsAfter(existing.body.demandedBy, organisation, handedOn);
    const isNews = JSON.stringify(demandedBy) !== JSON.stringify(existing.body.demandedBy);
    if (isNews) {
      documents.write(yearKey(child, year), { ...existing.body, demandedBy }, existing.position);
    }
    if (attached.length === 0) {
      follow.push(
        ...(await report(documents, organisation, { organisation: child, year }, undefined)),
      );
    }
    // Also one without a document: below it there may be one whose demand a crash left standing.
    if (existing.exists || isNews || attached.length > 0) {
      follow.push({ organisation: child, year, downwards: true, isNews });
    }
  }
  return follow;
}

/** A child's demands, those that come by way of this parent set anew. */
function demandsAfter(
  before: Demands,
  via: OrganisationId,
  handedOn: readonly (readonly [by: OrganisationId, census: LocalDate])[],
): Demands {
  const others = Object.entries(before).filter(([, demand]) => demand.via !== via);
  return handedOn.reduce<Demands>(
    (demands, [by, census]) => withEntry(demands, by, { census, via }),
    Object.fromEntries(others),
  );
}
