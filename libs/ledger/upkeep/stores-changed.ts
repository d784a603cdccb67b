/** The log does not tell yet what another process has read in it and signed: it comes right by itself. */
export class LogBehind extends Error {
  override readonly name = 'LogBehind';

  constructor(size: number, signed: number) {
    super(`The log tells ${size} events; ${signed} were signed`);
  }
}

/** Leaves that were kept are not there any more: everything is compared anew. */
export class LeavesGone extends Error {
  override readonly name = 'LeavesGone';

  constructor() {
    super('Leaves of the ledger are gone that were there before');
  }
}
