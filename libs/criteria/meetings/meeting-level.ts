import { exact, sumOf, MEETING_LEVELS } from '#vocabulary';
import type { MeetingScale, Decimal, MeetingLevel } from '#vocabulary';
import { ownEntry } from '../evaluation/own-entry';

/**
 * The level of a scored meeting: the first band, best first, whose minimum the sum of the
 * groups reaches and whose named groups have their maximum. A score below every band is the lowest
 * level there is, `KEM`.
 */
export function meetingLevel(
  scale: MeetingScale,
  points: Readonly<Record<string, Decimal>>,
): MeetingLevel {
  const total = exact(sumOf(scale.groups.map(({ code }) => ownEntry(points, code) ?? '0')));
  const hasMaximum = (code: string): boolean => {
    const group = scale.groups.find((known) => known.code === code);
    return group !== undefined && exact(ownEntry(points, code) ?? '0').gte(exact(group.maxPoints));
  };
  const band = scale.bands.find(
    ({ min, requiresMaximumOn = [] }) =>
      total.gte(exact(min)) && requiresMaximumOn.every(hasMaximum),
  );
  return band?.level ?? 'KEM';
}

export function isMeetingLevelAtLeast(level: MeetingLevel, wanted: string | undefined): boolean {
  const lowest = MEETING_LEVELS.findIndex((known) => known === wanted);
  return MEETING_LEVELS.indexOf(level) <= lowest;
}
