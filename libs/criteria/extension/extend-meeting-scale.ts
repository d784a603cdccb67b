import { repeated } from '../framework/coherence/duplicates';
import { meetingScaleProblems } from '../framework/coherence/meeting-scale';
import type { MeetingBand, MeetingScale, MeetingValidity, MeetingScaleChange } from '#vocabulary';
import type { Path } from '../framework/problem';
import { meetingScaleStructure } from '../framework/structure';
import { structureProblems } from '../framework/structure-problems';
import type { Refusals } from './refusals';

const AT = 'meetingScale';

/**
 * The base's scale, made stricter: a band may ask more points or the maximum on more groups, a
 * meeting may have to last longer or its documents to be posted earlier. Groups and levels stay, for
 * scores already given stand on them. A base without a scale may be given one.
 */
export function extendMeetingScale(
  base: MeetingScale | undefined,
  change: MeetingScaleChange | undefined,
  refuse: Refusals,
): MeetingScale | undefined {
  if (!change) return base;
  if (!base) {
    const parsed = meetingScaleStructure.safeParse(change);
    refuse.addAll(meetingScaleProblems(change));
    if (parsed.success) return parsed.data;
    refuse.addAll(structureProblems(parsed.error, change, [AT]));
    return undefined;
  }
  refuseChangedGroups(base, change.groups ?? [], refuse);
  refuseWeakerValidity(base.validity ?? {}, change.validity ?? {}, refuse);
  const changes = change.bands ?? [];
  const changed = {
    ...base,
    bands: extendBands(base.bands, changes, refuse),
    ...(base.validity || change.validity
      ? { validity: { ...base.validity, ...change.validity } }
      : {}),
  };
  const placeOf = (band: number): number =>
    changes.findIndex(({ level }) => level === base.bands[band]?.level);
  refuse.addAll(meetingScaleProblems(changed, placeOf));
  return changed;
}

function refuseChangedGroups(
  base: MeetingScale,
  groups: MeetingScale['groups'],
  refuse: Refusals,
): void {
  for (const [index, { code, maxPoints }] of groups.entries()) {
    const known = base.groups.find((group) => group.code === code);
    if (known?.maxPoints === maxPoints) continue;
    const message = known ? `group "${code}" must stay at ${known.maxPoints}` : 'no group to add';
    refuse.add([AT, 'groups', index, known ? 'maxPoints' : 'code'], 'CHANGED', message);
  }
}

function extendBands(
  base: MeetingScale['bands'],
  changes: NonNullable<MeetingScaleChange['bands']>,
  refuse: Refusals,
): readonly MeetingBand[] {
  const levels = changes.map(({ level }, index) => ({
    path: [AT, 'bands', index, 'level'],
    key: level,
  }));
  refuse.addAll(repeated(levels, 'band'));
  for (const [index, change] of changes.entries()) {
    const path = [AT, 'bands', index];
    const known = base.find(({ level }) => level === change.level);
    if (!known) {
      refuse.add([...path, 'level'], 'CHANGED', `the base has no band ${change.level}`);
      continue;
    }
    if (change.min !== undefined && change.min < known.min) {
      const message = `band ${known.level} must ask ${known.min} points or more`;
      refuse.add([...path, 'min'], 'WEAKENED', message);
    }
    const required = change.requiresMaximumOn ?? known.requiresMaximumOn ?? [];
    for (const code of known.requiresMaximumOn ?? []) {
      if (!required.includes(code)) {
        const message = `band ${known.level} must keep asking the maximum on "${code}"`;
        refuse.add([...path, 'requiresMaximumOn'], 'REMOVED', message);
      }
    }
  }
  return base.map((band) => ({ ...band, ...changes.find(({ level }) => level === band.level) }));
}

function refuseWeakerValidity(
  base: MeetingValidity,
  change: MeetingValidity,
  refuse: Refusals,
): void {
  const path = [AT, 'validity'];
  refuseShorter(base, change, path, refuse);
  const days = base.documentsDaysBefore ?? 0;
  if (change.documentsDaysBefore !== undefined && change.documentsDaysBefore < days) {
    refuse.add([...path, 'documentsDaysBefore'], 'WEAKENED', `must be ${days} or more`);
  }
  if (change.smallCells === undefined) return;
  const spared = base.smallCells?.expectedAtMost ?? 0;
  const small = [...path, 'smallCells'];
  if (change.smallCells.expectedAtMost > spared) {
    refuse.add([...small, 'expectedAtMost'], 'WEAKENED', `must be ${spared} or less`);
  }
  refuseShorter({ ...base, ...base.smallCells }, change.smallCells, small, refuse);
}

function refuseShorter(
  base: MeetingValidity,
  change: Pick<MeetingValidity, 'minimumMinutes' | 'minimumMinutesCombined'>,
  path: Path,
  refuse: Refusals,
): void {
  for (const key of ['minimumMinutes', 'minimumMinutesCombined'] as const) {
    const floor =
      base[key] ?? (key === 'minimumMinutesCombined' ? base.minimumMinutes : undefined) ?? 0;
    if (change[key] !== undefined && change[key] < floor) {
      refuse.add([...path, key], 'WEAKENED', `must be ${floor} or more`);
    }
  }
}
