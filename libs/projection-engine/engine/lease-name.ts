import type { Projection } from '../runner';

/** Under which a projection in one version is owned, and its checkpoint kept. */
export function leaseNameOf({ name, version }: Pick<Projection, 'name' | 'version'>): string {
  return `${name}@${version}`;
}
