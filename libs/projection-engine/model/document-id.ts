/** One id of several parts; parts may hold any character and are told apart again. */
export function documentId(...parts: readonly (string | number)[]): string {
  return parts.map((part) => encodeURIComponent(part)).join('/');
}
