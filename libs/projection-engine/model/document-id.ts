/** One id of several parts; parts may hold any character and are told apart again. */
export function documentId(
  first: string | number,
  ...others: readonly (string | number)[]
): string {
  let id = escaped(first);
  for (const part of others) id += `/${escaped(part)}`;
  return id;
}

/** Most ids are plain: to see that is quicker than to escape nothing. */
const PLAIN = /^[\w.-]*$/;

function escaped(part: string | number): string {
  return typeof part === 'number' || PLAIN.test(part) ? String(part) : encodeURIComponent(part);
}
