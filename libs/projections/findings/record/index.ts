import { backdated } from './backdated';
import { correctedInOwnFavour } from './corrected-in-own-favour';
import { factOfBeneficiary } from './fact-of-beneficiary';

export type { FactsOfRecord } from './facts-of-record';

/** Asked of the facts of anything by themselves: of a case, a meeting, the ratings of a year. */
export const RECORD_QUESTIONS = [factOfBeneficiary, backdated, correctedInOwnFavour] as const;
