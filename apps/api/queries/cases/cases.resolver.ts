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
import { caseSubject } from '#commands';
import { CASES } from '#projections';
import type { CaseDocument } from '#projections';
import type { SignalSource } from '#vocabulary';
import { DateScalar } from '../../graphql/scalars';
import { SignalSourceEnum } from '../../graphql/vocabulary';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { amongUnless, indexOn, Lists } from '../shared';
import type { Connection } from '../shared';
import { isSelected } from './case-selection';
import { CaseConnection, CaseStateEnum, CaseType } from './case.types';
import type { CaseState } from './case.types';

@ArgsType()
class CasesArgs extends AsOfPageArgs {
  @Field(() => ID, { nullable: true, description: 'Only cases attributed to this organisation.' })
  readonly organisation?: string;

  @Field(() => ID, { nullable: true, description: 'Only cases about this member.' })
  readonly member?: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only cases attributed to this organisation and to those now below it; one that has ended is where its successor is.',
  })
  readonly under?: string;

  @Field(() => Int, { nullable: true, description: 'Only cases of acts in this year.' })
  readonly year?: number;

  @Field(() => CaseStateEnum, { nullable: true, description: 'Only cases in this state.' })
  readonly state?: CaseState;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only cases with a conclusion: that the violation is confirmed (true), or that it is not (false).',
  })
  readonly confirmed?: boolean;

  @Field(() => SignalSourceEnum, {
    nullable: true,
    description: 'Only cases with a signal from this source, whoever noticed first.',
  })
  readonly source?: SignalSource;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Only cases that had been opened by the end of this day and were not closed by then.',
  })
  readonly openOn?: string;
}

@Resolver(() => CaseType)
export class CasesResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('CASES')
  @AnswersAsOf<CasesArgs>(ofOneOf)
  @Query(() => CaseConnection, {
    description: 'A page of the cases that match all filters, by id.',
  })
  cases(
    @Args() args: CasesArgs,
    @Context() { sight, reading }: RequestContext,
  ): Promise<Connection<CaseType>> {
    const { organisation, member, under, year, state, confirmed, source, openOn } = args;
    const filter = { organisation, member, under, year, state, confirmed, source, openOn };
    const files = reading.as('CASE');
    return this.lists.documents(
      {
        projection: 'cases',
        collection: CASES,
        filter,
        scope: sight.of('CASES'),
        under,
        ...indexOn(filter, ['member', 'organisation', 'state']),
        ...amongUnless(member ?? organisation, (organisations) => ({
          index: 'organisation',
          where: { organisation: { in: organisations } },
        })),
        matches: (document: CaseDocument) => isSelected(args, document),
        toNode: (document, projectedThrough) => {
          const { case: id, organisation: whose } = document;
          files.reads([{ subject: caseSubject(id), organisation: whose }]);
          return toCase(document, projectedThrough);
        },
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, {
    description:
      'The organisation that the case is attributed to, wherever the member is now (R-17).',
  })
  organisation(
    @Parent() { organisationId }: CaseType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}

function toCase(document: CaseDocument, projectedThrough: string): CaseType {
  const { case: id, organisation: organisationId, discipline, ...rest } = document;
  return {
    ...rest,
    id,
    organisationId,
    discipline: discipline.status === 'NONE' ? undefined : discipline,
    projectedThrough,
  };
}
