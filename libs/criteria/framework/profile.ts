import type { OrganisationYearFacts } from '../facts';
import type { Condition, CriteriaFramework, Profile } from '#vocabulary';

export const ANY_TYPE = '*';

/** The profile of a framework that applies to an organisation: the first that names its kind and its type. */
export function profileFor(
  framework: CriteriaFramework,
  {
    kind,
    organisationType,
  }: Pick<OrganisationYearFacts['organisation'], 'kind' | 'organisationType'>,
): Profile | undefined {
  return framework.profiles.find(
    ({ appliesTo }) =>
      appliesTo.kinds.includes(kind) &&
      appliesTo.types.some((type) => type === ANY_TYPE || type === organisationType),
  );
}

export type PointsCondition = Extract<Condition, { readonly kind: 'POINTS' }>;

export function pointConditionsOf({ goods }: Profile): readonly PointsCondition[] {
  return goods.flatMap(({ conditions }) =>
    conditions.filter((condition): condition is PointsCondition => condition.kind === 'POINTS'),
  );
}
