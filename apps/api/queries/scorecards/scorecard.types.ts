import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ConditionResult, GoodResult } from '#criteria';
import { enumOf } from '../../graphql/enum-of';
import { DecimalScalar, PositionScalar } from '../../graphql/scalars';
import { connectionOf, FrameworkRefType, ProjectedThrough } from '../shared';

export const OutcomeEnum = enumOf('Outcome', 'What a scorecard comes to.', {
  ELIGIBLE: 'Every good is met: recognition can be granted.',
  NOT_ELIGIBLE: 'A good is failed, or the points cannot be reached any more.',
  PENDING: 'Nothing is lost, something is still open.',
  NOT_PLEDGED: 'There is no signed pledge for the year.',
});
export type Outcome = keyof typeof OutcomeEnum;

export const StatusEnum = enumOf('Status', 'Where a condition, a good or the points stand.', {
  MET: 'Met, whatever is still to come.',
  FAILED: 'Failed, whatever is still to come.',
  PENDING: 'Still open.',
  NOT_APPLICABLE: 'It does not apply here, which counts as met.',
});
export type Status = keyof typeof StatusEnum;

const ConditionKindEnum = enumOf('ConditionKind', 'How a condition is decided.', {
  HARD: 'A figure against a threshold.',
  KNOCK_OUT: 'Something that must not be: it fails the good whatever else was achieved.',
  APPRAISED: 'The superior says whether it is met.',
  POINTS: 'The superior gives points.',
  UNFILLED: 'Local text that is not given yet.',
});

const ConditionNoteEnum = enumOf('ConditionNote', 'What there is to know besides the figure.', {
  RESTS_ON_IMPORTED_DATES: 'The order of what happened rests on the dates of imported records.',
  SELF_DETECTION_AFTER_EXTERNAL_SIGNAL:
    'Self-detection was entered after the external signal and does not count (R-01).',
  EVIDENCE_ABRIDGED: 'There are more events behind it than are named.',
  NOTHING_RECORDED: 'Nothing is recorded of it yet.',
});

const LeftOutReasonEnum = enumOf('LeftOutReason', 'Why a member is not in the denominator.', {
  EXEMPTED: 'Exempted from work and meetings.',
  SUSPENDED: 'Suspended from meetings.',
});

export const ScorecardOrderEnum = enumOf(
  'ScorecardOrder',
  'In which order scorecards are listed.',
  {
    ORGANISATION_ASC: 'By the id of the organisation.',
    ORGANISATION_DESC: 'By the id of the organisation, the last first.',
  },
);
export type ScorecardOrder = keyof typeof ScorecardOrderEnum;

@ObjectType('ConditionPoints', { description: 'Points of a condition (R-12).' })
class ConditionPointsType {
  @Field(() => DecimalScalar, { nullable: true, description: 'As the organisation gave itself.' })
  readonly self?: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'As the superior gave.' })
  readonly appraised?: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What the superior gave less, negative where it is more; null until both gave points.',
  })
  readonly gap?: string;

  @Field(() => Float, { description: 'The most there can be.' })
  readonly maximum!: number;
}

@ObjectType('ConditionResult', {
  description: 'One condition, with its figure, its threshold and why.',
})
export class ConditionResultType {
  /** What the resolver makes texts and events of. */
  readonly result!: ConditionResult;
  readonly scorecardYear!: number;
  readonly scorecardOrganisation!: string;

  @Field(() => ID, { description: 'Its id in the framework.' })
  readonly id!: string;

  @Field(() => ID, { nullable: true, description: 'The rule it applies.' })
  readonly rule?: string | undefined;

  @Field(() => ConditionKindEnum, { description: 'How it is decided.' })
  readonly kind!: keyof typeof ConditionKindEnum;

  @Field(() => StatusEnum, { description: 'Where it stands.' })
  readonly status!: Status;

  @Field(() => String, { nullable: true, description: 'What is measured.' })
  readonly metric?: string | undefined;

  @Field(() => Float, {
    nullable: true,
    description: 'The least the figure may still become; null where there is no figure.',
  })
  readonly low?: number | undefined;

  @Field(() => Float, {
    nullable: true,
    description: 'The most the figure may still become; null where there is no figure.',
  })
  readonly high?: number | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'The figure for people, exact: `26/30`, or `26/30 … 28/30` while it is open.',
  })
  readonly actual?: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'How the figure is held against the threshold.',
  })
  readonly operator?: string | undefined;

  @Field(() => Float, { nullable: true, description: 'What the figure has to reach.' })
  readonly threshold?: number | undefined;

  @Field(() => ConditionPointsType, { nullable: true, description: 'Points, where it has some.' })
  readonly points?: ConditionPointsType | undefined;

  @Field(() => [ConditionNoteEnum], { description: 'What there is to know besides.' })
  readonly notes!: readonly (keyof typeof ConditionNoteEnum)[];
}

@ObjectType('GoodResult', { description: 'One of the goods, with all its conditions.' })
export class GoodResultType {
  /** In both languages; the resolver chooses. */
  readonly labels!: GoodResult['label'];
  /** Of which the resolver shows those asked for. */
  readonly allConditions!: readonly ConditionResultType[];

  @Field(() => ID, { description: 'Its code in the framework.' })
  readonly code!: string;

  @Field(() => StatusEnum, { description: 'Where it stands.' })
  readonly status!: Status;
}

@ObjectType('LeftOutMember', { description: 'A member who is not in the denominator (R-24).' })
class LeftOutMemberType {
  @Field(() => ID, { description: 'The member.' })
  readonly member!: string;

  @Field(() => LeftOutReasonEnum, { description: 'Why.' })
  readonly reason!: keyof typeof LeftOutReasonEnum;

  @Field(() => ID, { description: 'The event that says so.' })
  readonly event!: string;
}

@ObjectType('ChildRatings', {
  description: 'Counts by the rating that stands for the year; the others are not yet rated.',
})
class RatingCountsType {
  @Field(() => Int, { name: 'excellent', description: 'Rated `EXCELLENT`.' })
  readonly EXCELLENT!: number;

  @Field(() => Int, { name: 'good', description: 'Rated `GOOD`.' })
  readonly GOOD!: number;

  @Field(() => Int, { name: 'completed', description: 'Rated `COMPLETED`.' })
  readonly COMPLETED!: number;

  @Field(() => Int, { name: 'failed', description: 'Rated `FAILED`.' })
  readonly FAILED!: number;
}

@ObjectType('MemberCount', {
  description: 'Members of the organisation and all below it, on the census date.',
})
class MemberCountType {
  @Field(() => Int, { description: 'All of them.' })
  readonly total!: number;

  @Field(() => Int, { description: 'Those who are rated or to be rated: the denominator.' })
  readonly rateable!: number;

  @Field(() => Int, { description: 'Those whose rating stands.' })
  readonly rated!: number;

  @Field(() => RatingCountsType, { description: 'Of these, by their rating.' })
  readonly byLevel!: RatingCountsType;

  @Field(() => Int, { description: 'Exempted, not in the denominator.' })
  readonly exempted!: number;

  @Field(() => Int, { description: 'Suspended, not in the denominator.' })
  readonly suspended!: number;

  @Field(() => [LeftOutMemberType], {
    description: 'Members of the organisation itself who are not in the denominator, and why.',
  })
  readonly leftOut!: readonly LeftOutMemberType[];
}

@ObjectType('ChildCount', { description: 'Direct children of a committee on the census date.' })
class ChildCountType {
  @Field(() => Int, { description: 'All of them.' })
  readonly total!: number;

  @Field(() => Int, { description: 'Recognised for the year.' })
  readonly recognised!: number;

  @Field(() => Int, { description: 'Refused or revoked.' })
  readonly notRecognised!: number;

  @Field(() => Int, { description: 'Not decided yet.' })
  readonly undecided!: number;

  @Field(() => RatingCountsType, { description: 'By their own rating of the year.' })
  readonly rated!: RatingCountsType;
}

@ObjectType('Scorecard', {
  description:
    'The four-good scorecard of an organisation for a year. It proposes and explains; authorised bodies decide.',
})
export class ScorecardType {
  /** Resolvers make objects of these. */
  readonly organisationId!: string;
  readonly campaignId?: string | undefined;

  @Field(() => Int, { description: 'The year.' })
  readonly year!: number;

  @Field(() => FrameworkRefType, {
    nullable: true,
    description:
      'The framework version it is held against; null without a pledge, for then there is none.',
  })
  readonly framework?: FrameworkRefType | undefined;

  @Field(() => OutcomeEnum, { description: 'What it comes to.' })
  readonly outcome!: Outcome;

  @Field(() => [GoodResultType], { description: 'The goods; empty without a pledge.' })
  readonly goods!: readonly GoodResultType[];

  @Field(() => [ID], {
    description: 'The rules that failed, all of them; a condition without a rule by its own id.',
  })
  readonly failedRules!: readonly string[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Points the organisation gave itself (R-12).',
  })
  readonly selfPoints?: string | undefined;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Points the superior gave so far (R-12).',
  })
  readonly appraisalPoints?: string | undefined;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The sum of the gaps of its conditions (R-12): only what both gave points to is compared.',
  })
  readonly pointsGap?: string | undefined;

  @Field(() => DecimalScalar, { nullable: true, description: 'The most points there can be.' })
  readonly maxPoints?: string | undefined;

  @Field(() => DecimalScalar, { nullable: true, description: 'The least points there must be.' })
  readonly minimumPoints?: string | undefined;

  @Field(() => StatusEnum, { nullable: true, description: 'Where the points stand.' })
  readonly pointsStatus?: Status | undefined;

  @Field(() => MemberCountType, { description: 'Members, and who is left out and why.' })
  readonly members!: MemberCountType;

  @Field(() => ChildCountType, { nullable: true, description: 'Children, for committees.' })
  readonly children?: ChildCountType | undefined;

  @Field(() => PositionScalar, { description: 'The last event that counted.' })
  readonly basedOn!: string;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Scorecards, a page of them.' })
export class ScorecardConnection extends connectionOf('Scorecard', ScorecardType) {}
