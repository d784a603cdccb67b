import { MEETING_LEVELS } from '#vocabulary';
import { problem } from '../problem';
import type { FrameworkProblem } from '../problem';
import { repeated } from './duplicates';
import { fieldsOf, itemsOf } from './loose';

const BANDS = ['meetingScale', 'bands'];

/**
 * Groups once each, bands from the best level and the highest minimum down, on groups that exist.
 *
 * @param placeOf where in the file a band stands, when that is not its place in the scale.
 */
export function meetingScaleProblems(
  meetingScale: unknown,
  placeOf: (band: number) => number = (band) => band,
): readonly FrameworkProblem[] {
  const { groups, bands } = fieldsOf(meetingScale);
  const codes = itemsOf(groups).map((group, index) => ({
    path: ['meetingScale', 'groups', index, 'code'],
    key: fieldsOf(group).code,
  }));
  const known = codes.map(({ key }) => key);
  return [
    ...repeated(codes, 'group'),
    ...itemsOf(bands).flatMap((band, index) => [
      ...descentProblems(fieldsOf(itemsOf(bands)[index - 1]), fieldsOf(band), placeOf(index)),
      ...unknownGroups(fieldsOf(band).requiresMaximumOn, known, placeOf(index)),
    ]),
  ];
}

function descentProblems(
  above: Readonly<Record<string, unknown>>,
  band: Readonly<Record<string, unknown>>,
  index: number,
): readonly FrameworkProblem[] {
  const [rank, rankAbove] = [rankOf(band.level), rankOf(above.level)];
  const { min } = band;
  const { min: minAbove } = above;
  return [
    ...(rank >= 0 && rank <= rankAbove
      ? [problem([...BANDS, index, 'level'], 'NOT_DESCENDING', 'must be a lower level than above')]
      : []),
    ...(typeof min === 'number' && typeof minAbove === 'number' && min >= minAbove
      ? [problem([...BANDS, index, 'min'], 'NOT_DESCENDING', `must be below ${minAbove}`)]
      : []),
  ];
}

function rankOf(level: unknown): number {
  return MEETING_LEVELS.findIndex((known) => known === level);
}

function unknownGroups(
  required: unknown,
  known: readonly unknown[],
  index: number,
): readonly FrameworkProblem[] {
  return itemsOf(required).flatMap((code, at) =>
    typeof code !== 'string' || known.includes(code)
      ? []
      : [
          problem(
            [...BANDS, index, 'requiresMaximumOn', at],
            'UNKNOWN_GROUP',
            `there is no group "${code}"`,
          ),
        ],
  );
}
