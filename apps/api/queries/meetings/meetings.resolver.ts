import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Int,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Shows } from '../../access';
import { AnswersAsOf, AsOfPageArgs, ofOneOf } from '../../as-of';
import type { MeetingShortcoming } from '#criteria';
import type { MeetingKind, MeetingLevel } from '#vocabulary';
import { DecimalScalar } from '../../graphql/scalars';
import { MEETINGS } from '#projections';
import type { MeetingDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { MeetingKindEnum, MeetingLevelEnum } from '../../graphql/vocabulary';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { amongUnless, Lists, requireOneOf } from '../shared';
import type { Connection } from '../shared';
import {
  MeetingConnection,
  MeetingShortcomingEnum,
  MeetingStateEnum,
  MeetingType,
} from './meeting.types';
import type { MeetingState } from './meeting.types';
import { judged } from './meeting-judgement';
import { toMeeting } from './to-meeting';

@ArgsType()
class MeetingsArgs extends AsOfPageArgs {
  @Field(() => ID, { nullable: true, description: 'Only meetings of this organisation.' })
  readonly organisation?: string;

  @Field(() => Int, { nullable: true, description: 'Only meetings of this year.' })
  readonly year?: number;

  @Field(() => MeetingKindEnum, { nullable: true, description: 'Only meetings of this kind.' })
  readonly kind?: MeetingKind;

  @Field(() => MeetingStateEnum, { nullable: true, description: 'Only meetings in this state.' })
  readonly state?: MeetingState;
}

@Resolver(() => MeetingType)
export class MeetingsResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('OWN_WORK')
  @AnswersAsOf<MeetingsArgs>(ofOneOf)
  @Query(() => MeetingConnection, {
    description: 'A page of meetings by starting time; `organisation` or `year` is required.',
  })
  meetings(
    @Args() args: MeetingsArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<MeetingType>> {
    requireOneOf(args, 'organisation', 'year');
    const { organisation, year, kind, state } = args;
    return this.lists.documents(
      {
        projection: 'meetings',
        collection: MEETINGS,
        filter: { organisation, year, kind, state },
        scope: sight.of('OWN_WORK'),
        index: organisation === undefined ? 'year' : 'organisation',
        where: {
          ...(organisation === undefined ? {} : { organisation }),
          ...(year === undefined ? {} : { year }),
        },
        ...amongUnless(organisation, (organisations) => ({
          index: 'organisation',
          where: { organisation: { in: organisations }, ...(year === undefined ? {} : { year }) },
        })),
        matches: (document: MeetingDocument) =>
          (kind === undefined || document.kind === kind) &&
          (state === undefined || document.state === state),
        toNode: toMeeting,
      },
      args,
    );
  }

  @ResolveField(() => DecimalScalar, {
    nullable: true,
    description: 'The sum of the confirmed points; null while no score is confirmed.',
  })
  async totalPoints(
    @Parent() meeting: MeetingType,
    @Context() { loaders }: RequestContext,
  ): Promise<string | undefined> {
    return (await judged(meeting.document, loaders)).totalPoints;
  }

  @ResolveField(() => MeetingLevelEnum, {
    nullable: true,
    description:
      'The final level by the scale of the framework (R-08); null while no score is confirmed, or where there is no scale.',
  })
  async level(
    @Parent() meeting: MeetingType,
    @Context() { loaders }: RequestContext,
  ): Promise<MeetingLevel | undefined> {
    return (await judged(meeting.document, loaders)).level;
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description:
      'Whether it counts for its month or quarter (R-10); null while it has not been held.',
  })
  async valid(
    @Parent() meeting: MeetingType,
    @Context() { loaders }: RequestContext,
  ): Promise<boolean | undefined> {
    return (await judged(meeting.document, loaders)).valid;
  }

  @ResolveField(() => [MeetingShortcomingEnum], {
    description: 'Why it does not count for its month or quarter (R-10); empty when it does.',
  })
  async invalidBecause(
    @Parent() meeting: MeetingType,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly MeetingShortcoming[]> {
    return (await judged(meeting.document, loaders)).invalidBecause;
  }

  @ResolveField(() => OrganisationType, { description: 'The organisation whose meeting it is.' })
  organisation(
    @Parent() { organisationId }: MeetingType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}
