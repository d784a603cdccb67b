/** Why a command was not taken, as the interface says it. */
export interface Refusal {
  readonly code: string;
  /** Of a rule that was violated: which, and what exactly was refused. */
  readonly rule?: string;
  readonly refusal?: string;
  readonly details?: unknown;
}

/** A command of the story was not taken, where the story says it was. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    mutation: string,
    readonly refusal: Refusal,
  ) {
    super(`${mutation}: ${JSON.stringify(refusal)}`);
  }
}

/** Why something could not be done. Rejects when it was done after all. */
export async function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
  throw new Error('Nothing was refused');
}
