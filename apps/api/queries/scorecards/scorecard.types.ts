import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import type { ConditionResult, GoodResult } from '#criteria';
import { enumOf } from '../../graphql/enum-of';
import { DecimalScalar, PositionScalar } from '../../graphql/scalars';
import { connectionOf, FrameworkRefType, ProjectedThrough } from '../shared';
import { LeftOutMemberType } from './left-out-member.types';

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
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The points that the organisation gave itself; null while it gave none.',
  })
  readonly self?: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The points that the superior gave; null while it gave none.',
  })
  readonly appraised?: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Own points minus appraised points, negative when the superior gave more; null until both are given.',
  })
  readonly gap?: string;

  @Field(() => Float, { description: 'The maximum number of points.' })
  readonly maximum!: number;
}

@Shown<ConditionResultType>('OWN_WORK', ({ scorecardOrganisation }) => [scorecardOrganisation])
@ObjectType('ConditionResult', {
  description: 'One condition with its figure, its threshold and its explanation.',
})
export class ConditionResultType {
  /** What the resolver makes texts and events of. */
  readonly result!: ConditionResult;
  readonly scorecardYear!: number;
  readonly scorecardOrganisation!: string;

  @Field(() => ID, { description: 'The id of the condition in the framework.' })
  readonly id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The rule that the condition applies, as `R-01`; null when it applies none.',
  })
  readonly rule?: string | undefined;

  @Field(() => ConditionKindEnum, { description: 'How the condition is decided.' })
  readonly kind!: keyof typeof ConditionKindEnum;

  @Field(() => StatusEnum, {
    description: 'Whether the condition is met, failed, pending or not applicable.',
  })
  readonly status!: Status;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the metric; null for an appraised condition.',
  })
  readonly metric?: string | undefined;

  @Field(() => Float, {
    nullable: true,
    description: 'The lowest value that the figure may still take; null without a figure.',
  })
  readonly low?: number | undefined;

  @Field(() => Float, {
    nullable: true,
    description: 'The highest value that the figure may still take; null without a figure.',
  })
  readonly high?: number | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      'The exact figure in words: `26/30`, or `26/30 … 28/30` while it may still change; null without a figure.',
  })
  readonly actual?: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'How the figure is compared with the threshold; null without one.',
  })
  readonly operator?: string | undefined;

  @Field(() => Float, {
    nullable: true,
    description: 'The threshold for the figure; null without one.',
  })
  readonly threshold?: number | undefined;

  @Field(() => ConditionPointsType, {
    nullable: true,
    description: 'The points of the condition; null when it has none.',
  })
  readonly points?: ConditionPointsType | undefined;

  @Field(() => [ConditionNoteEnum], { description: 'Reservations about the figure.' })
  readonly notes!: readonly (keyof typeof ConditionNoteEnum)[];
}

@ObjectType('GoodResult', { description: 'One of the goods, with all its conditions.' })
export class GoodResultType {
  /** In both languages; the resolver chooses. */
  readonly labels!: GoodResult['label'];
  /** Of which the resolver shows those asked for. */
  readonly allConditions!: readonly ConditionResultType[];

  @Field(() => ID, { description: 'The code of the good in the framework.' })
  readonly code!: string;

  @Field(() => StatusEnum, {
    description: 'Whether the good is met, failed, pending or not applicable.',
  })
  readonly status!: Status;
}

@ObjectType('ChildRatings', {
  description: 'Counts by the rating that stands for the year. The unrated are in none of them.',
})
class RatingCountsType {
  @Field(() => Int, { name: 'excellent', description: 'The number rated `EXCELLENT`.' })
  readonly EXCELLENT!: number;

  @Field(() => Int, { name: 'good', description: 'The number rated `GOOD`.' })
  readonly GOOD!: number;

  @Field(() => Int, { name: 'completed', description: 'The number rated `COMPLETED`.' })
  readonly COMPLETED!: number;

  @Field(() => Int, { name: 'failed', description: 'The number rated `FAILED`.' })
  readonly FAILED!: number;
}

@ObjectType('MemberCount', {
  description: 'Counts of the members of the organisation and of all below it, on the census date.',
})
class MemberCountType {
  @Field(() => Int, { description: 'The number of all members.' })
  readonly total!: number;

  @Field(() => Int, {
    description: 'The number of members who are or will be rated: the denominator.',
  })
  readonly rateable!: number;

  @Field(() => Int, { description: 'The number of members whose rating stands.' })
  readonly rated!: number;

  @Field(() => RatingCountsType, { description: 'The rated members by level.' })
  readonly byLevel!: RatingCountsType;

  @Field(() => Int, {
    description: 'The number of exempted members, who are not in the denominator.',
  })
  readonly exempted!: number;

  @Field(() => Int, {
    description: 'The number of suspended members, who are not in the denominator.',
  })
  readonly suspended!: number;

  @Field(() => [LeftOutMemberType], {
    description:
      "The organisation's own members who are not in the denominator, with the reason, at most 200; `membersLeftOut` of the scorecard pages through them and through those of all below it.",
  })
  readonly leftOut!: readonly LeftOutMemberType[];
}

@ObjectType('ChildCount', {
  description: 'Counts of the direct children of a committee, on the census date.',
})
class ChildCountType {
  @Field(() => Int, { description: 'The number of all children.' })
  readonly total!: number;

  @Field(() => Int, { description: 'The number recognised for the year.' })
  readonly recognised!: number;

  @Field(() => Int, { description: 'The number refused or revoked.' })
  readonly notRecognised!: number;

  @Field(() => Int, { description: 'The number not yet decided.' })
  readonly undecided!: number;

  @Field(() => RatingCountsType, { description: 'The children by their own rating of the year.' })
  readonly rated!: RatingCountsType;
}

@Shown<ScorecardType>('OWN_WORK', ({ organisationId }) => [organisationId])
@ObjectType('Scorecard', {
  description:
    'The four-good scorecard of an organisation for a year. It proposes and explains; authorised bodies decide.',
})
export class ScorecardType {
  /** Resolvers make objects of these. */
  readonly organisationId!: string;
  readonly campaignId?: string | undefined;

  @Field(() => Int, { description: 'The year of the scorecard.' })
  readonly year!: number;

  @Field(() => FrameworkRefType, {
    nullable: true,
    description: 'The framework version that applies; null without a pledge.',
  })
  readonly framework?: FrameworkRefType | undefined;

  @Field(() => OutcomeEnum, { description: 'The outcome of all conditions together.' })
  readonly outcome!: Outcome;

  @Field(() => [GoodResultType], { description: 'The results by good; empty without a pledge.' })
  readonly goods!: readonly GoodResultType[];

  @Field(() => [ID], {
    description: 'All failed rules; a condition without a rule is listed by its id.',
  })
  readonly failedRules!: readonly string[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The points that the organisation gave itself (R-12); null without points.',
  })
  readonly selfPoints?: string | undefined;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The points that the superior has given so far (R-12); null without points.',
  })
  readonly appraisalPoints?: string | undefined;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The sum of the gaps of all conditions that both sides gave points to (R-12); null without any.',
  })
  readonly pointsGap?: string | undefined;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The maximum number of points; null when the framework has none.',
  })
  readonly maxPoints?: string | undefined;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The minimum number of points required; null when the framework has none.',
  })
  readonly minimumPoints?: string | undefined;

  @Field(() => StatusEnum, {
    nullable: true,
    description:
      'Whether the minimum is reached, missed or pending; null when the framework has no points.',
  })
  readonly pointsStatus?: Status | undefined;

  @Field(() => MemberCountType, {
    description: 'The counts of members, with those left out and why.',
  })
  readonly members!: MemberCountType;

  @Field(() => ChildCountType, {
    nullable: true,
    description: 'The counts of direct children; null for a cell.',
  })
  readonly children?: ChildCountType | undefined;

  @Field(() => PositionScalar, { description: 'The position of the last event that counted.' })
  readonly basedOn!: string;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of scorecards.' })
export class ScorecardConnection extends connectionOf('Scorecard', ScorecardType) {}
