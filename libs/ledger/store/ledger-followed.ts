/** Another tree has followed this one: nothing is written to it any more. */
export class LedgerFollowed extends Error {
  override readonly name = 'LedgerFollowed';

  constructor(tree: number) {
    super(`Tree ${tree} of the ledger is not the present one any more`);
  }
}
