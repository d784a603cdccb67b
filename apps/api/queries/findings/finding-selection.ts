import type { FindingKind } from '#projections';
import type { Where } from '#read-models';

/** The index that has everything that was asked for in front. */
export function selectionOf({
  kind,
  under,
  year,
}: {
  readonly kind?: FindingKind;
  readonly under?: string;
  readonly year?: number;
}): { readonly index: string; readonly where: Where } {
  const where = {
    ...(under === undefined ? {} : { lineage: under }),
    ...(kind === undefined ? {} : { kind }),
    ...(year === undefined ? {} : { year }),
  };
  if (under === undefined) return { index: kind === undefined ? 'year' : 'kind', where };
  return { index: kind === undefined ? 'below' : 'kind-below', where };
}
