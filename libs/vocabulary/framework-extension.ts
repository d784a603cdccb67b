import type {
  Condition,
  CriteriaFramework,
  FrameworkLegalBasis,
  FrameworkParameters,
  MeetingBand,
  MeetingScale,
  Profile,
} from './framework';
import type { LocalDate } from './ids';
import type { Label } from './labels';

/**
 * What the file of an extension holds: its own id, version and title, the base it `extends`, and of
 * everything else only what it changes. What is left out is inherited.
 *
 * - `profiles` are found by equal `appliesTo` (the order of kinds and types does not matter), goods
 *   by `code`, conditions by `id`; of a condition only the changed keys are given beside the `id`.
 *   What is not found in the base is new, must be complete, and comes after the base's own.
 * - An `UNFILLED` condition is filled by giving its `kind` and what that kind needs; its label may
 *   become the local text.
 * - `legalBasis` is added to the base's; `parameters` and `meetingScale` change key by key, groups
 *   being found by `code` and bands by `level`.
 */
export interface FrameworkExtension {
  readonly id: CriteriaFramework['id'];
  readonly version: number;
  readonly title: Label;
  readonly extends: NonNullable<CriteriaFramework['extends']>;
  readonly legalBasis?: readonly FrameworkLegalBasis[];
  /** Within the base's period, which is inherited when left out. */
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
  readonly parameters?: Partial<FrameworkParameters>;
  readonly profiles?: readonly ProfileChange[];
  readonly meetingScale?: MeetingScaleChange;
}

export interface ProfileChange {
  readonly appliesTo: Profile['appliesTo'];
  readonly goods?: readonly GoodChange[];
  readonly points?: { readonly minimum: number };
}

export interface GoodChange {
  readonly code: string;
  readonly label?: Label;
  readonly conditions?: readonly ConditionChange[];
}

export interface ConditionChange {
  readonly id: string;
  readonly kind?: Condition['kind'];
  readonly [changed: string]: unknown;
}

export interface MeetingScaleChange {
  readonly groups?: MeetingScale['groups'];
  readonly bands?: readonly (Pick<MeetingBand, 'level'> & Partial<MeetingBand>)[];
  readonly validity?: NonNullable<MeetingScale['validity']>;
}

/** A framework as drafted: whole, or an extension that says what it changes of its base. */
export type FrameworkDefinition = CriteriaFramework | FrameworkExtension;
