import type { Where } from '#read-models';
import type { RegisterState } from './recognition.document';

export interface RegisterSelection {
  readonly year?: number;
  /** Without it, whatever was ever decided: what is not is not in the register. */
  readonly state?: RegisterState;
}

/** A part of the register, by year and organisation. */
export function registerSelection({ year, state }: RegisterSelection): {
  readonly index: string;
  readonly where: Where;
} {
  const isUndecided = state === 'OPENED' || state === 'PROPOSED';
  return {
    index: 'register',
    where: {
      // One that was revoked may be proposed again: decided once, and awaiting a decision now.
      decided: isUndecided ? { in: [false, true] } : true,
      ...(year === undefined ? {} : { year }),
      ...(state === undefined ? {} : { state }),
    },
  };
}
