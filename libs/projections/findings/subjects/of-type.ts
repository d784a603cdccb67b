import type { EventTypeName, FactOfType } from '#projection-engine';
import type { KeptFact } from '../../facts';

export type KeptFactOfType<Type extends EventTypeName> = KeptFact & {
  readonly type: Type;
  readonly data: FactOfType<Type>['data'];
};

/** The facts of one type, in the order given. */
export function ofType<Type extends EventTypeName>(
  facts: readonly KeptFact[],
  type: Type,
): readonly KeptFactOfType<Type>[] {
  return facts.filter((fact): fact is KeptFactOfType<Type> => fact.type === type);
}
