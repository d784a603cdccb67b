import type { DocumentStore } from '../document-store.port';
import { Database } from './database';
import { SqliteDocumentStore } from './sqlite-document-store';

export { backUpSqliteDocuments } from './back-up';

/**
 * Read models in one SQLite file (`path`; its folder must exist), for a service that runs by itself.
 * @throws {Error} when the file is a database of something else
 */
export function openSqliteDocumentStore({ path }: { readonly path: string }): DocumentStore {
  return new SqliteDocumentStore(new Database(path));
}
