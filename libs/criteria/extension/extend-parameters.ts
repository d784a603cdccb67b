import type { FrameworkParameters } from '#vocabulary';
import { extendAuthority } from './extend-authority';
import type { Refusals } from './refusals';

const AT = 'parameters';

/**
 * Parameters that no condition of the base gets easier by: sources of external detection may be
 * added, an exemption withdrawn, a time limit set or shortened, a quota set or narrowed, deciding bodies named or narrowed. The census
 * date decides who counts, which is neither stricter nor weaker: it stays.
 */
export function extendParameters(
  base: FrameworkParameters,
  change: Partial<FrameworkParameters>,
  refuse: Refusals,
): FrameworkParameters {
  const authority = extendAuthority(base.authority, change.authority, refuse);
  const changed = { ...base, ...change, ...(authority && { authority }) };
  if (changed.censusDate !== base.censusDate) {
    refuse.add([AT, 'censusDate'], 'CHANGED', `must stay ${base.censusDate}`);
  }
  for (const source of base.externalSources) {
    if (!changed.externalSources.includes(source)) {
      refuse.add([AT, 'externalSources'], 'REMOVED', `must keep ${source}`);
    }
  }
  if (changed.selfDetectedExempts && !base.selfDetectedExempts) {
    refuse.add([AT, 'selfDetectedExempts'], 'WEAKENED', 'must stay false');
  }
  if (base.publicationDueDays !== null) {
    const limit = base.publicationDueDays;
    if (changed.publicationDueDays === null) {
      refuse.add([AT, 'publicationDueDays'], 'REMOVED', `must be ${limit} or less`);
    } else if (changed.publicationDueDays > limit) {
      refuse.add([AT, 'publicationDueDays'], 'WEAKENED', `must be ${limit} or less`);
    }
  }
  if (changed.closesAfterDays > base.closesAfterDays) {
    refuse.add([AT, 'closesAfterDays'], 'WEAKENED', `must be ${base.closesAfterDays} or less`);
  }
  checkQuota(base.ratingQuota, changed.ratingQuota, refuse);
  return changed;
}

type Quota = FrameworkParameters['ratingQuota'];

function checkQuota(base: Quota, changed: Quota, refuse: Refusals): void {
  if (base === null) return;
  const path = [AT, 'ratingQuota'];
  if (changed === null) {
    refuse.add(path, 'REMOVED', 'the quota must stay');
    return;
  }
  if (changed.level !== base.level) {
    refuse.add([...path, 'level'], 'CHANGED', `must stay ${base.level}`);
  }
  if (changed.maxShare > base.maxShare) {
    refuse.add([...path, 'maxShare'], 'WEAKENED', `must be ${base.maxShare} or less`);
  }
}
