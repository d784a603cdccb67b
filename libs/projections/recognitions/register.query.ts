import type { Where } from '#read-models';
import type { RegisterState } from './recognition.document';

export interface RegisterSelection {
  readonly year?: number;
  /** Without it, whatever was ever decided: what is not is not in the register. */
  readonly state?: RegisterState;
  /** Those that were never decided, too, whatever their state. */
  readonly includeUndecided?: boolean;
}

/** Whether the state is of one that awaits a decision. */
export function isUndecided(state: RegisterState | undefined): boolean {
  return state === 'OPENED' || state === 'PROPOSED';
}

/** A part of the register, by year and organisation. */
export function registerSelection({
  year,
  state,
  includeUndecided = isUndecided(state),
}: RegisterSelection): {
  readonly index: string;
  readonly where: Where;
} {
  return {
    index: 'register',
    where: {
      // One that was revoked may be proposed again: decided once, and awaiting a decision now.
      decided: includeUndecided ? { in: [false, true] } : true,
      ...(year === undefined ? {} : { year }),
      ...(state === undefined ? {} : { state }),
    },
  };
}
