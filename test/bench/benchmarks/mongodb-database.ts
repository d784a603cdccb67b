export const MONGODB_URL = 'TEST_MONGODB_URL';

/** What is compared is the time for all; a server that takes long for one answer is no less a server. */
const UNHURRIED = 'socketTimeoutMS=600000&connectTimeoutMS=600000&wtimeoutMS=600000';

/** A database of its own on the server of the benchmarks. */
export function mongodbDatabase(name: string): string {
  const url = new URL(process.env[MONGODB_URL] ?? '');
  url.pathname = `/bench-${name}`;
  url.search = UNHURRIED;
  return url.href;
}
