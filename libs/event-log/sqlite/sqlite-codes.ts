/** The results of SQLite that this adapter tells apart (https://www.sqlite.org/rescode.html). */
export const SQLITE_BUSY = 5;
export const SQLITE_CONSTRAINT_UNIQUE = 2067;

// Told by the code alone: the driver's errors are not instances of the Error of a test's own realm.
export function isSqliteError(error: unknown, code: number): boolean {
  return (
    typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === code
  );
}
