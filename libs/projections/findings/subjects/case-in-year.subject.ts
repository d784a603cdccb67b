import type { CaseId } from '#vocabulary';
import type { CaseDocument } from '../../cases';
import type { YearSubject } from './year.subject';

/** A case, and what came of a year of its organisation. */
export interface CaseInYear {
  readonly id: CaseId;
  /** Absent where it is another organisation's, or nothing is left of it. */
  readonly case: CaseDocument | undefined;
  readonly ofYear: YearSubject;
}
