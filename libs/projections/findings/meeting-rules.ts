import { validityFor } from '#criteria';
import type { CriteriaFramework, Instant } from '#vocabulary';
import { localDateOf } from '#vocabulary';
import { meetingRegimeAt } from '#domain';
import type { MeetingRegime } from '#domain';

/** What makes a meeting valid: as the framework says, and the national guidance of that day where it is silent. */
export function meetingRulesFor(
  framework: CriteriaFramework | undefined,
  { startsAt, expected }: { readonly startsAt: Instant; readonly expected: number },
): Omit<MeetingRegime, 'regulations' | 'from'> {
  const validity = framework?.meetingScale?.validity ?? {};
  return { ...meetingRegimeAt(localDateOf(startsAt)), ...validityFor(validity, expected) };
}
