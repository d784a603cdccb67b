import { appliesToKey } from '../framework/coherence/duplicates';
import { profileMetricProblems } from '../framework/coherence/metric-params';
import type { CriteriaFramework, Profile, ProfileChange } from '#vocabulary';
import { ANY_TYPE } from '../framework/profile';
import { profileStructure } from '../framework/structure';
import { structureProblems } from '../framework/structure-problems';
import { extendProfile } from './extend-profile';
import type { Refusals } from './refusals';

/**
 * The base's profiles in their order, each as changed, then the new ones. A new one comes last, so
 * that it never takes an organisation away from a profile of the base; one that could therefore
 * never apply is refused, lest somebody believe that it does.
 */
export function extendProfiles(
  base: CriteriaFramework['profiles'],
  changes: readonly ProfileChange[],
  refuse: Refusals,
): readonly Profile[] {
  const profiles = new Map(base.map((profile) => [appliesToKey(profile.appliesTo), profile]));
  for (const [index, change] of changes.entries()) {
    const path = ['profiles', index];
    const key = appliesToKey(change.appliesTo);
    const known = profiles.get(key);
    if (known) {
      profiles.set(key, extendProfile(known, change, path, refuse));
    } else if (base.some((profile) => covers(profile, change.appliesTo))) {
      const message = 'a profile of the base applies to all of these before; change that one';
      refuse.add([...path, 'appliesTo'], 'NEVER_APPLIES', message);
    } else {
      const parsed = profileStructure.safeParse(change);
      refuse.addAll(profileMetricProblems(change, path, refuse.hasMeetingScale));
      if (parsed.success) profiles.set(key, parsed.data);
      else refuse.addAll(structureProblems(parsed.error, change, path));
    }
  }
  return [...profiles.values()];
}

function covers({ appliesTo }: Profile, { kinds, types }: Profile['appliesTo']): boolean {
  return (
    kinds.every((kind) => appliesTo.kinds.includes(kind)) &&
    (appliesTo.types.includes(ANY_TYPE) || types.every((type) => appliesTo.types.includes(type)))
  );
}
