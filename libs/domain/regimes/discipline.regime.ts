import type { DisciplineForm } from '#vocabulary';
import type { Regime } from './regime';

/** Which disciplines there are, who decides them, and in what time what follows. */
export interface DisciplineRegime extends Regime {
  readonly formsOfMembers: readonly DisciplineForm[];
  readonly formsOfOrganisations: readonly DisciplineForm[];
  /** All that a probationary member can get. */
  readonly formsOfProbationaryMembers: readonly DisciplineForm[];
  /** What a cell decides of its own members; the others it proposes to its superior. */
  readonly formsDecidedByCells: readonly DisciplineForm[];
  /** Days from the signing of a decision to its announcement. */
  readonly announcedWithinDays: number;
  /** The same, of a decision that a cell takes itself. */
  readonly announcedByCellsWithinDays: number;
  /** From the day on which the decision became known. */
  readonly complaintWithinMonths: number;
  /** From the announcement, or from the newest violation since then. */
  readonly endsAfterMonths: number;
  /** From the act on, by form; without a number, the form is never too late. */
  readonly limitationMonths: Readonly<Partial<Record<DisciplineForm, number>>>;
}
