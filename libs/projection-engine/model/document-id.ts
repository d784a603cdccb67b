/** One id of several parts; parts may hold any character and are told apart again. */
export function documentId(...parts: readonly (string | number)[]): string {
  return parts.map(escaped).join('/');
}

/** Most ids are plain: to see that is quicker than to escape nothing. */
const PLAIN = /^[\w.-]*$/;

function escaped(part: string | number): string {
  return typeof part === 'number' || PLAIN.test(part) ? String(part) : encodeURIComponent(part);
}
