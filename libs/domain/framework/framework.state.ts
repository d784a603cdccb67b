import { assertNever } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { FrameworkId, CriteriaFramework, FrameworkDefinition } from '#vocabulary';
import type { FrameworkEvent } from './framework.events';

export type FrameworkVersion =
  /** As given: an extension says only what it changes of its base. */
  | { readonly version: number; readonly status: 'DRAFT'; readonly definition: FrameworkDefinition }
  /** Complete and immutable. */
  | {
      readonly version: number;
      readonly status: 'PUBLISHED' | 'SUPERSEDED';
      readonly definition: CriteriaFramework;
    };

/** A framework with all its versions, by number. */
export type FrameworkState =
  | { readonly status: 'UNKNOWN' }
  | {
      readonly status: 'KNOWN';
      readonly framework: FrameworkId;
      readonly versions: readonly FrameworkVersion[];
    };

export const unknownFramework: FrameworkState = { status: 'UNKNOWN' };

export function evolveFramework(
  state: FrameworkState,
  fact: Effective<FrameworkEvent>,
): FrameworkState {
  const { framework, version } = fact.data;
  const current = frameworkVersion(state, version);
  switch (fact.type) {
    case 'FrameworkDrafted':
    case 'FrameworkExtended':
      if (current !== undefined && current.status !== 'DRAFT') return state;
      return withVersion(state, framework, {
        version,
        status: 'DRAFT',
        definition: fact.data.definition,
      });
    case 'FrameworkPublished':
      if (current?.status !== 'DRAFT') return state;
      return withVersion(state, framework, {
        version,
        status: 'PUBLISHED',
        definition: fact.data.definition,
      });
    case 'FrameworkSuperseded':
      if (current?.status !== 'PUBLISHED') return state;
      return withVersion(state, framework, { ...current, status: 'SUPERSEDED' });
    default:
      return assertNever(fact);
  }
}

function withVersion(
  state: FrameworkState,
  framework: FrameworkId,
  version: FrameworkVersion,
): FrameworkState {
  const others = versionsOf(state).filter((one) => one.version !== version.version);
  const versions = [...others, version].sort((a, b) => a.version - b.version);
  return { status: 'KNOWN', framework, versions };
}

function versionsOf(state: FrameworkState | undefined): readonly FrameworkVersion[] {
  return state?.status === 'KNOWN' ? state.versions : [];
}

export function frameworkVersion(
  state: FrameworkState | undefined,
  version: number,
): FrameworkVersion | undefined {
  return versionsOf(state).find((one) => one.version === version);
}

/** The definition of a version that was published; being superseded later takes nothing from it. */
export function publishedFramework(
  state: FrameworkState | undefined,
  version: number,
): CriteriaFramework | undefined {
  const found = frameworkVersion(state, version);
  return found === undefined || found.status === 'DRAFT' ? undefined : found.definition;
}

/** The newest of the published versions. */
export function currentVersion(state: FrameworkState | undefined): FrameworkVersion | undefined {
  return versionsOf(state).findLast((one) => one.status === 'PUBLISHED');
}
