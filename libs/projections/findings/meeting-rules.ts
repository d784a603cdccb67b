import type { CriteriaFramework } from '#criteria';
import { localDateOf, meetingRegimeAt } from '#domain';
import type { Instant, MeetingRegime } from '#domain';

/** What makes a meeting valid: as the framework says, and the national guidance of that day where it is silent. */
export function meetingRulesFor(
  framework: CriteriaFramework | undefined,
  startsAt: Instant,
): Omit<MeetingRegime, 'regulations' | 'from'> {
  return { ...meetingRegimeAt(localDateOf(startsAt)), ...framework?.meetingScale?.validity };
}
