import type { LocalDate } from '#vocabulary';
import { DISCIPLINE_22_69 } from './discipline-22-69';
import { DISCIPLINE_296 } from './discipline-296';
import type { DisciplineRegime } from './discipline.regime';
import { regimeAt } from './regime';

/** Oldest first. */
export const DISCIPLINE_REGIMES = [DISCIPLINE_22_69, DISCIPLINE_296] as const;

export function disciplineRegimeAt(date: LocalDate): DisciplineRegime {
  return regimeAt(DISCIPLINE_REGIMES, date);
}
