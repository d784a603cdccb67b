import type {
  CriteriaFramework,
  FrameworkDefinition,
  FrameworkExtension,
  FrameworkId,
  OrganisationId,
} from '#vocabulary';
import type { Effective, Fact } from '../shared/event';
import type { Facts } from '../shared/facts';

interface AboutVersion {
  readonly framework: FrameworkId;
  readonly version: number;
}

interface AboutDraft extends AboutVersion {
  /** The body that drafted it; none where an operator entered it for nobody. */
  readonly draftedFor?: OrganisationId;
}

export type FrameworkEvent =
  | Fact<'FrameworkDrafted', AboutDraft & { readonly definition: CriteriaFramework }>
  /** A draft that starts from a published base; `definition` is as given, with `extends`. */
  | Fact<'FrameworkExtended', AboutDraft & { readonly definition: FrameworkExtension }>
  /** `definition` is complete: an extension is resolved against its base. Immutable from here on. */
  | Fact<'FrameworkPublished', AboutVersion & { readonly definition: CriteriaFramework }>
  | Fact<'FrameworkSuperseded', AboutVersion & { readonly by: number }>;

type FrameworkVersion =
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
      /** Whose framework it is: the body that drafted it first. */
      readonly draftedFor?: OrganisationId;
      readonly versions: readonly FrameworkVersion[];
    };

// Published versions never change, and a draft is replaced by the next draft.
export const frameworkFacts: Facts<FrameworkState, FrameworkEvent> = {
  FrameworkDrafted: { groundOf: 'OWN_PROCEDURE', evolve: drafted },
  FrameworkExtended: { groundOf: 'OWN_PROCEDURE', evolve: drafted },
  FrameworkPublished: {
    groundOf: 'OWN_PROCEDURE',
    evolve: (state, { data: { framework, version, definition } }) =>
      frameworkVersion(state, version)?.status === 'DRAFT'
        ? withVersion(state, framework, { version, status: 'PUBLISHED', definition })
        : state,
  },
  FrameworkSuperseded: {
    groundOf: 'OWN_PROCEDURE',
    evolve(state, { data: { framework, version } }) {
      const current = frameworkVersion(state, version);
      return current?.status === 'PUBLISHED'
        ? withVersion(state, framework, { ...current, status: 'SUPERSEDED' })
        : state;
    },
  },
};

function drafted(
  state: FrameworkState,
  fact: Effective<
    Extract<FrameworkEvent, { readonly type: 'FrameworkDrafted' | 'FrameworkExtended' }>
  >,
): FrameworkState {
  const { framework, version, definition, draftedFor } = fact.data;
  const current = frameworkVersion(state, version);
  if (current !== undefined && current.status !== 'DRAFT') return state;
  return withVersion(state, framework, { version, status: 'DRAFT', definition }, draftedFor);
}

function withVersion(
  state: FrameworkState,
  framework: FrameworkId,
  version: FrameworkVersion,
  draftedFor?: OrganisationId,
): FrameworkState {
  const others = versionsOf(state).filter(({ version: number }) => number !== version.version);
  const versions = [...others, version].sort((a, b) => a.version - b.version);
  const owner = state.status === 'KNOWN' ? state.draftedFor : draftedFor;
  return {
    status: 'KNOWN',
    framework,
    ...(owner === undefined ? {} : { draftedFor: owner }),
    versions,
  };
}

function versionsOf(state: FrameworkState | undefined): readonly FrameworkVersion[] {
  return state?.status === 'KNOWN' ? state.versions : [];
}

export function frameworkVersion(
  state: FrameworkState | undefined,
  version: number,
): FrameworkVersion | undefined {
  return versionsOf(state).find((known) => known.version === version);
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
  return versionsOf(state).findLast(({ status }) => status === 'PUBLISHED');
}
