import type { Fact } from '../shared/event';
import type { FrameworkId, CriteriaFramework, FrameworkExtension } from '#vocabulary';

interface OfVersion {
  readonly framework: FrameworkId;
  readonly version: number;
}

export type FrameworkEvent =
  | Fact<'FrameworkDrafted', OfVersion & { readonly definition: CriteriaFramework }>
  /** A draft that starts from a published base; `definition` is as given, with `extends`. */
  | Fact<'FrameworkExtended', OfVersion & { readonly definition: FrameworkExtension }>
  /** `definition` is complete: an extension is resolved against its base. Immutable from here on. */
  | Fact<'FrameworkPublished', OfVersion & { readonly definition: CriteriaFramework }>
  | Fact<'FrameworkSuperseded', OfVersion & { readonly by: number }>;
