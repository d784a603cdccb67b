import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Shows } from '../../access';
import { AnswersAsOf, AsOfArgs, AsOfPageArgs, under } from '../../as-of';
import type { MemberStatus } from '#vocabulary';
import { memberDocumentId, MEMBERS } from '#projections';
import type { MemberDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { MemberStatusEnum } from '../../graphql/vocabulary';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { Lists, loadedBody, ReadModels } from '../shared';
import type { Connection } from '../shared';
import { MemberConnection, MemberType } from './member.types';
import { toMember } from './to-member';

@ArgsType()
class MembersArgs extends AsOfPageArgs {
  @Field(() => ID, { description: 'The organisation that the members currently belong to.' })
  readonly organisation!: string;

  @Field(() => MemberStatusEnum, { nullable: true, description: 'Only members with this status.' })
  readonly status?: MemberStatus;
}

@Resolver(() => MemberType)
export class MembersResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly lists: Lists,
  ) {}

  @Shows('MEMBERS')
  @AnswersAsOf<{ readonly id: string }>(({ id }) => ({ members: [id] }))
  @Query(() => MemberType, {
    nullable: true,
    description: 'One member; null when nothing is recorded about this id.',
  })
  async member(
    @Args('id', { type: () => ID, description: 'The pseudonymous id of the member.' }) id: string,
    @Args() { atLeast }: AsOfArgs,
  ): Promise<MemberType | undefined> {
    const reading = await this.readModels.read<MemberDocument>('members', MEMBERS, atLeast);
    const document = await loadedBody(reading.collection, memberDocumentId(id));
    return document && toMember(document, reading.projectedThrough);
  }

  @Shows('MEMBERS')
  @AnswersAsOf<MembersArgs>(({ organisation }) => under(organisation))
  @Query(() => MemberConnection, {
    description: 'A page of the members of an organisation, by id.',
  })
  members(
    @Args() args: MembersArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<MemberType>> {
    const { organisation, status } = args;
    return this.lists.documents(
      {
        projection: 'members',
        collection: MEMBERS,
        filter: { organisation, status },
        scope: sight.of('MEMBERS'),
        organisationOf: () => organisation,
        index: status === undefined ? 'organisation' : 'status',
        where: {
          'current.organisation': organisation,
          ...(status === undefined ? {} : { 'current.status': status }),
        },
        toNode: toMember,
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, {
    description: 'The organisation that the member currently belongs to.',
  })
  organisation(
    @Parent() { organisationId }: MemberType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}
