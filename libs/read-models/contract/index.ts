import { Bench, type MakeStore } from './fixtures';
import { guardedWritesContract } from './guarded-writes.contract';
import { ownershipContract } from './ownership.contract';
import { postingsContract } from './postings.contract';
import { queriesContract } from './queries.contract';
import { versionsContract } from './versions.contract';

/** A definition that needs every kind of index, for tests of an adapter's own. */
export { cards } from './fixtures';
export { onServer } from './on-server';

/**
 * What every adapter of the document-store port must do. `makeStore` opens a new, empty store; the contract closes it.
 */
export function documentStoreContract(name: string, makeStore: MakeStore): void {
  describe(`document store: ${name}`, () => {
    const bench = new Bench(makeStore);
    beforeEach(() => bench.open());
    afterEach(() => bench.close());

    guardedWritesContract(bench);
    queriesContract(bench);
    postingsContract(bench);
    ownershipContract(bench);
    versionsContract(bench);
  });
}
