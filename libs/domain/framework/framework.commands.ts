import type { FrameworkId } from '#vocabulary';

/** A definition as it came in: nothing of it is trusted before the criteria's validation. */
export type FrameworkCommand =
  | {
      readonly type: 'DraftFramework';
      readonly framework: FrameworkId;
      readonly version: number;
      readonly definition: unknown;
    }
  | {
      readonly type: 'ExtendFramework';
      readonly framework: FrameworkId;
      readonly version: number;
      readonly definition: unknown;
    }
  | {
      readonly type: 'PublishFramework';
      readonly framework: FrameworkId;
      readonly version: number;
    };
