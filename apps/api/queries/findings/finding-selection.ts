import type { FindingKind, FindingState } from '#projections';
import type { Where } from '#read-models';

/** The index that has everything that was asked for in front. */
export function selectionOf({
  kind,
  year,
  state,
}: {
  readonly kind?: FindingKind;
  readonly year?: number;
  readonly state: FindingState;
}): { readonly index: string; readonly where: Where } {
  return {
    index: kind === undefined ? 'year' : 'kind',
    where: {
      state,
      ...(kind === undefined ? {} : { kind }),
      ...(year === undefined ? {} : { year }),
    },
  };
}

/** The same order, looked up among the findings of some organisations. */
export function selectionAmong(
  organisations: readonly string[],
  { year, state }: { readonly year?: number; readonly state: FindingState },
): { readonly index: string; readonly where: Where } {
  return {
    index: 'scope',
    where: {
      organisation: { in: organisations },
      state,
      ...(year === undefined ? {} : { year }),
    },
  };
}
