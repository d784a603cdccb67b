import type { FindingKind } from '#projections';
import type { Where } from '#read-models';

/** The index that has everything that was asked for in front. */
export function selectionOf({
  kind,
  year,
}: {
  readonly kind?: FindingKind;
  readonly year?: number;
}): { readonly index: string; readonly where: Where } {
  return {
    index: kind === undefined ? 'year' : 'kind',
    where: { ...(kind === undefined ? {} : { kind }), ...(year === undefined ? {} : { year }) },
  };
}
