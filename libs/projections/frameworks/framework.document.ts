import type {
  CriteriaFramework,
  FrameworkId,
  FrameworkRef,
  Instant,
  FrameworkDefinition,
} from '#vocabulary';
import type { Grounded } from '#projection-engine';

export const FRAMEWORK_STATES = ['DRAFT', 'PUBLISHED', 'SUPERSEDED'] as const;
export type FrameworkVersionState = (typeof FRAMEWORK_STATES)[number];

/** One version of a criteria framework. */
export interface FrameworkDocument extends Grounded {
  readonly framework: FrameworkId;
  readonly version: number;
  readonly state: FrameworkVersionState;
  /** As drafted; once published, complete and immutable. */
  readonly definition?: FrameworkDefinition;
  /** What it was made stricter from. */
  readonly extends?: FrameworkRef;
  readonly draftedAt?: Instant;
  readonly publishedAt?: Instant;
  readonly supersededAt?: Instant;
  /** The version that took its place. */
  readonly supersededBy?: number;
}

/** Once published, a definition is complete, also that of an extension. */
export function publishedDefinition({
  state,
  definition,
}: FrameworkDocument): CriteriaFramework | undefined {
  return state === 'DRAFT' ? undefined : (definition as CriteriaFramework | undefined);
}
