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
import { isUndecided, RECOGNITIONS, registerSelection } from '#projections';
import type { RecognitionDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { Lists } from '../shared';
import type { Connection } from '../shared';
import { causesSeen } from './causes-seen';
import {
  RecognitionConnection,
  RecognitionReviewType,
  RecognitionStateEnum,
  RecognitionType,
} from './recognition.types';
import type { RecognitionState } from './recognition.types';
import { publicPart } from './public-part';
import { toRecognition } from './to-recognition';

@ArgsType()
class RecognitionsArgs extends AsOfPageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only recognitions of this organisation and of those now below it.',
  })
  readonly under?: string;

  @Field(() => Int, { nullable: true, description: 'Only recognitions for this year.' })
  readonly year?: number;

  @Field(() => RecognitionStateEnum, {
    nullable: true,
    description: 'Only recognitions in this state; all decided ones when omitted.',
  })
  readonly state?: RecognitionState;
}

@Resolver(() => RecognitionType)
export class RecognitionsResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('REGISTER')
  @AnswersAsOf<RecognitionsArgs>(ofOneOf)
  @Query(() => RecognitionConnection, {
    description: 'A page of the public register of recognitions, by year and organisation.',
  })
  recognitions(
    @Args() args: RecognitionsArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<RecognitionType>> {
    const { under, year, state } = args;
    const unpublished = sight.of('UNPUBLISHED');
    const shown = new WeakMap<RecognitionDocument, RecognitionDocument>();
    return this.lists.documents(
      {
        projection: 'recognitions',
        collection: RECOGNITIONS,
        filter: { under, year, state },
        scope: sight.of('REGISTER'),
        under,
        ...registerSelection({
          ...(year === undefined ? {} : { year }),
          // What is not published yet is looked up by nobody outside the scope: it is matched by what is shown of it.
          ...(state === undefined || !unpublished.isWhole ? {} : { state }),
          ...(unpublished.isWhole ? {} : { includeUndecided: isUndecided(state) }),
        }),
        matches: async (document: RecognitionDocument) => {
          const isOwn = await unpublished.has(document.organisation);
          const part = isOwn ? document : publicPart(document);
          if (part === undefined || (state !== undefined && part.state !== state)) return false;
          shown.set(document, part);
          return true;
        },
        toNode: (document: RecognitionDocument, projectedThrough) => {
          const part = shown.get(document);
          return part && toRecognition(part, projectedThrough);
        },
      },
      args,
    );
  }

  @ResolveField(() => [RecognitionReviewType], {
    description: 'The reviews, in recording order.',
  })
  async reviews(
    @Parent() { allReviews }: RecognitionType,
    @Context() context: RequestContext,
  ): Promise<readonly RecognitionReviewType[]> {
    return Promise.all(
      allReviews.map(async ({ required, causes, outcome }) => ({
        required,
        causes: await causesSeen(causes, context),
        ...(outcome === undefined ? {} : { outcome }),
      })),
    );
  }

  @ResolveField(() => Int, {
    description: 'How many causes of its reviews concern nothing you may see.',
  })
  async hiddenCauses(
    @Parent() { allReviews }: RecognitionType,
    @Context() context: RequestContext,
  ): Promise<number> {
    const causes = allReviews.flatMap((review) => review.causes);
    return causes.length - (await causesSeen(causes, context)).length;
  }

  @ResolveField(() => OrganisationType, {
    description: 'The organisation that the recognition is about.',
  })
  organisation(
    @Parent() { organisationId }: RecognitionType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}
