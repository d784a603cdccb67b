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
import { RECOGNITIONS, registerSelection } from '#projections';
import type { RecognitionDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { Lists, PageArgs } from '../shared';
import type { Connection } from '../shared';
import { RecognitionConnection, RecognitionStateEnum, RecognitionType } from './recognition.types';
import type { RecognitionState } from './recognition.types';
import { toRecognition } from './to-recognition';

@ArgsType()
class RecognitionsArgs extends PageArgs {
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

  @Query(() => RecognitionConnection, {
    description: 'A page of the public register of recognitions, by year and organisation.',
  })
  recognitions(@Args() args: RecognitionsArgs): Promise<Connection<RecognitionType>> {
    const { under, year, state } = args;
    return this.lists.documents(
      {
        projection: 'recognitions',
        collection: RECOGNITIONS,
        filter: { under, year, state },
        under,
        ...registerSelection({
          ...(year === undefined ? {} : { year }),
          ...(state === undefined ? {} : { state }),
        }),
        toNode: (document: RecognitionDocument, projectedThrough) =>
          toRecognition(document, projectedThrough),
      },
      args,
    );
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
