/** Leaves that were kept are not there any more: everything is compared anew. */
export class LeavesGone extends Error {
  override readonly name = 'LeavesGone';

  constructor() {
    super('Leaves of the ledger are gone that were there before');
  }
}
