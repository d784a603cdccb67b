import { ancestorsAt } from '../organisation/ancestors';
import { organisationKindAt } from '../organisation/organisation.state';
import type { DecisionContext } from '../shared/context';
import { exceedsShare } from '#vocabulary';
import { frameworkPledged } from '../shared/programme';
import { requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { OrganisationId, OrganisationKind, RatingLevel } from '#vocabulary';
import type { ReviewState } from './review.state';

type CountByLevel = Readonly<Record<RatingLevel, number>>;

interface Reviewed {
  readonly organisation: OrganisationId;
  readonly year: number;
}

/**
 * The share of those rated exactly at the quota's level among the members rated `GOOD` or better, in
 * the whole grassroots organisation. Held against all that is decided there, when ratings are
 * published: before that, a share depends on who happened to be decided first.
 */
export function requireQuota(
  { organisation, year }: Reviewed,
  state: ReviewState,
  context: DecisionContext,
): Requirement {
  const quota = frameworkPledged(organisation, year, context)?.parameters.ratingQuota;
  if (quota === undefined || quota === null) return undefined;
  const counted = grassrootsOf(organisation, context);
  const counts =
    counted === organisation
      ? countOf(state)
      : (context.scorecard(counted, year)?.members.byLevel ?? countOf(state));
  const count = counts[quota.level];
  const goodOrBetter = counts.EXCELLENT + counts.GOOD;
  return requireThat(!exceedsShare(count, goodOrBetter, quota.maxShare), 'QUOTA_EXCEEDED', {
    organisation: counted,
    level: quota.level,
    count,
    of: goodOrBetter,
    maxShare: quota.maxShare,
  });
}

const GRASSROOTS: readonly (OrganisationKind | undefined)[] = [
  'GRASSROOTS_COMMITTEE',
  'GRASSROOTS_CELL',
];

/** The grassroots organisation it belongs to; itself where there is none above. */
function grassrootsOf(
  organisation: OrganisationId,
  context: Pick<DecisionContext, 'organisation' | 'effectiveAt'>,
): OrganisationId {
  const { effectiveAt } = context;
  const lineage = [organisation, ...ancestorsAt(organisation, effectiveAt, context)];
  return (
    lineage.find((id) =>
      GRASSROOTS.includes(organisationKindAt(context.organisation(id), effectiveAt)),
    ) ?? organisation
  );
}

function countOf({ members }: ReviewState): CountByLevel {
  const counts = { EXCELLENT: 0, GOOD: 0, COMPLETED: 0, FAILED: 0 };
  for (const { stage, level } of members.values()) {
    if (stage !== 'PROPOSED') counts[level] += 1;
  }
  return counts;
}
