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
import { memberOfSubject, memberSubject } from '#commands';
import { SubjectVault, wordsOf } from '#identity';
import { memberDocumentId, MEMBERS } from '#projections';
import type { MemberDocument } from '#projections';
import { requireAllowed, Shows } from '../../access';
import type { RequestContext } from '../../graphql/request-context';
import { IsText } from '../../commands/shared/text-rules';
import { ForwardPageArgs, Lists, ReadModels } from '../shared';
import type { Connection } from '../shared';
import { loadedBodies } from '../shared/read-models';
import { Identities } from './identities';
import { MemberConnection, MemberIdentityType, MemberType } from './member.types';
import { toMember } from './to-member';
import { membersNamed } from './members-named';

@ArgsType()
class SearchMembersArgs extends ForwardPageArgs {
  @Field(() => String, {
    description:
      'Words of the name, in any order, each whole; diacritics and case make no difference.',
  })
  @IsText({ max: 200, lines: false })
  readonly name!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only members of this organisation and of those now below it; one that has ended is where its successor is.',
  })
  readonly under?: string;
}

@Resolver(() => MemberType)
export class MemberIdentityResolver {
  constructor(
    private readonly identities: Identities,
    private readonly vault: SubjectVault,
    private readonly readModels: ReadModels,
    private readonly lists: Lists,
  ) {}

  @ResolveField(() => MemberIdentityType, {
    nullable: true,
    description:
      'What the member is called; null where it never was recorded. Roles that see no names are refused.',
  })
  async identity(
    @Parent() member: MemberType,
    @Context() context: RequestContext,
  ): Promise<MemberIdentityType | undefined> {
    await requireAllowed(context, { operation: 'Member.identity', area: 'IDENTITY' });
    const [identity] = await this.identities.of([member], context.reading.as('IDENTITY'));
    return identity;
  }

  @Shows('IDENTITY')
  @Query(() => MemberConnection, {
    description: 'A page of the members whose name has all of these words, by id.',
  })
  async searchMembers(
    @Args() args: SearchMembersArgs,
    @Context() { sight, reading }: RequestContext,
  ): Promise<Connection<MemberType>> {
    const { name, under, atLeast } = args;
    const { collection, projectedThrough } = await this.readModels.read<MemberDocument>(
      'members',
      MEMBERS,
      atLeast,
    );
    const reach = await sight.of('IDENTITY').reach(under, atLeast);
    const words = wordsOf(name);
    const by = reading.as('SEARCH');
    return this.lists.page(
      {
        name: 'searchMembers',
        filter: { words, under },
        projectedThrough,
        fetch: (page) =>
          membersNamed(
            {
              find: async (from, count) =>
                (
                  await this.vault.find(
                    name,
                    { after: from === undefined ? from : memberSubject(from), limit: count },
                    by,
                  )
                ).flatMap((subject) => memberOfSubject(subject) ?? []),
              load: async (ids) => {
                const bodies = await loadedBodies(collection, ids.map(memberDocumentId));
                return [...bodies.values()].flatMap(
                  (body) => toMember(body, projectedThrough) ?? [],
                );
              },
              isSeen: ({ organisationId }) => reach === 'EVERYTHING' || reach.has(organisationId),
              areNamed: async (members) =>
                (await this.identities.of(members, by)).map((identity) => {
                  const own = wordsOf(identity?.fullName ?? '');
                  return words.every((word) => own.includes(word));
                }),
            },
            page,
          ),
        toNode: ({ member }) => member,
      },
      args,
    );
  }
}
