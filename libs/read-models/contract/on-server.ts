/**
 * Suites that need a server that this project does not start. They are reported as skipped, by name, where the variable
 * that says its address is not set.
 */
export function onServer(variable: string, name: string, suites: (address: string) => void): void {
  const address = process.env[variable];
  if (address !== undefined && address !== '') describe(name, () => suites(address));
  else describe.skip(`${name} (needs ${variable})`, () => suites('mongodb://not-there'));
}
