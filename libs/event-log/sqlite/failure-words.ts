/** What SQLite's primary result codes mean for an operator, and what to do (https://www.sqlite.org/rescode.html). */
const ADVICE: Readonly<Partial<Record<number, string>>> = {
  8: 'the file or its folder is read-only; let the service write there',
  10: 'the disk cannot be read or written; check it, and the file system',
  11: 'the file is damaged; keep it and restore a back-up',
  13: 'the disk is full; free space on it',
  14: 'the file or its folder is gone, or may not be opened; put it back and restart',
  26: 'the file is no database (any more); keep it and restore a back-up',
};
const PRIMARY = 0xff;

/** Names the file, what SQLite said of it, and what to do. */
export function failureWords(doing: string, path: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const advice = ADVICE[codeOf(error) & PRIMARY];
  return `${doing} ${path} failed: ${reason}${advice === undefined ? '' : ` (${advice})`}`;
}

function codeOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'errcode' in error
    ? Number(error.errcode)
    : 0;
}
