import { isRateable, memberStatusAt } from '../member';
import { earlierOf, endOfYear } from '../shared/calendar';
import type { DecisionContext } from '../shared/context';
import { exceedsShare } from '../shared/decimal';
import { frameworkPledged } from '../shared/programme';
import { firstRefusal, requireKnownMember, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { RATING_LEVELS } from '../shared/vocabulary';
import type { MemberId, OrganisationId, RatingLevel } from '../shared/vocabulary';
import type { ReviewState } from './review.state';

/** Official or probationary at the end of the year, or now if it is not over. */
export function requireRateable(
  member: MemberId,
  year: number,
  context: DecisionContext,
): Requirement {
  const at = earlierOf(context.effectiveAt, endOfYear(year));
  const status = memberStatusAt(context.member(member), at);
  return firstRefusal(
    requireKnownMember(member, context),
    requireThat(status !== undefined, 'MEMBER_NOT_EXISTING_THEN', {
      field: 'member',
      details: { member },
    }),
    requireThat(isRateable(status), 'MEMBER_NOT_RATEABLE', {
      field: 'member',
      details: { member, status },
    }),
  );
}

/**
 * The share of those rated exactly at the quota's level among the members rated `GOOD` or better
 * . Held against all of them at once, when the ratings are published: before that, a share
 * depends on who happened to be decided first.
 */
export function requireQuota(
  { organisation, year }: { readonly organisation: OrganisationId; readonly year: number },
  state: ReviewState,
  context: DecisionContext,
): Requirement {
  const quota = frameworkPledged(organisation, year, context)?.parameters.ratingQuota;
  if (quota === undefined || quota === null) return undefined;
  const levels = [...state.members.values()]
    .filter((rating) => rating.stage !== 'PROPOSED')
    .map((rating) => rating.level);
  const atLevel = levels.filter((level) => level === quota.level).length;
  const goodOrBetter = levels.filter(isGoodOrBetter).length;
  return requireThat(!exceedsShare(atLevel, goodOrBetter, quota.maxShare), 'QUOTA_EXCEEDED', {
    details: { level: quota.level, count: atLevel, of: goodOrBetter, maxShare: quota.maxShare },
  });
}

function isGoodOrBetter(level: RatingLevel): boolean {
  return RATING_LEVELS.indexOf(level) <= RATING_LEVELS.indexOf('GOOD');
}
