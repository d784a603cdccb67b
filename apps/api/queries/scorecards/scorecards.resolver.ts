import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Shows } from '../../access';
import { AnswersAsOf, AsOfArgs, ofOneOf } from '../../as-of';
import { SCORECARDS } from '#projections';
import type { ScorecardDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { CampaignType } from '../campaigns/campaign.types';
import { toCampaign } from '../campaigns/to-campaign';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { RecognitionType } from '../recognitions/recognition.types';
import { toRecognition } from '../recognitions/to-recognition';
import { Lists, ReadModels } from '../shared';
import type { Connection } from '../shared';
import type { OrganisationYear } from '../shared/request-loaders';
import { scorecardNow } from './scorecard-now';
import { indexFor, isSelected } from './scorecard-selection';
import { ScorecardConnection, ScorecardType } from './scorecard.types';
import { ScorecardsArgs } from './scorecards.args';
import { toScorecard } from './to-scorecard';

@Resolver(() => ScorecardType)
export class ScorecardsResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly lists: Lists,
  ) {}

  @Shows('OWN_WORK')
  @AnswersAsOf<OrganisationYear>(({ organisation, year }) => ({
    organisations: [organisation],
    years: [year],
  }))
  @Query(() => ScorecardType, {
    nullable: true,
    description: 'The scorecard of an organisation for a year; null for an unknown organisation.',
  })
  scorecard(
    @Args('organisation', { type: () => ID, description: 'The id of the organisation.' })
    organisation: string,
    @Args('year', { type: () => Int, description: 'The year of the scorecard.' }) year: number,
    @Args() { atLeast }: AsOfArgs,
  ): Promise<ScorecardType | undefined> {
    return scorecardNow(this.readModels, organisation, year, atLeast);
  }

  @Shows('OWN_WORK')
  @AnswersAsOf<ScorecardsArgs>((args) => ({ ...ofOneOf(args), years: [args.year] }))
  @Query(() => ScorecardConnection, {
    description:
      'A page of the scorecards of a year, of all organisations with a fact in it or above one with a fact.',
  })
  scorecards(
    @Args() args: ScorecardsArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<ScorecardType>> {
    const { under, year, outcome, good, failedRule, orderBy } = args;
    return this.lists.documents(
      {
        projection: 'scorecards',
        collection: SCORECARDS,
        filter: { under, year, outcome, good, failedRule, orderBy },
        scope: sight.of('OWN_WORK'),
        under,
        ...indexFor(args),
        among: (organisations) => ({
          index: 'scope',
          where: { organisation: { in: organisations }, year },
        }),
        matches: (document: ScorecardDocument) => isSelected(args, document),
        descending: orderBy === 'ORGANISATION_DESC',
        toNode: toScorecard,
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, {
    description: 'The organisation that the scorecard is about.',
  })
  organisation(
    @Parent() { organisationId }: ScorecardType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }

  @ResolveField(() => CampaignType, {
    nullable: true,
    description: 'The campaign pledged under; null without a pledge.',
  })
  async campaign(
    @Parent() { campaignId }: ScorecardType,
    @Context() { loaders }: RequestContext,
  ): Promise<CampaignType | undefined> {
    const found = campaignId === undefined ? undefined : await loaders.campaigns.load(campaignId);
    return found && toCampaign(found.body, found.projectedThrough);
  }

  @ResolveField(() => RecognitionType, {
    nullable: true,
    description: 'The recognition for the year; null before its assessment is opened.',
  })
  async recognition(
    @Parent() { organisationId: organisation, year }: ScorecardType,
    @Context() { loaders }: RequestContext,
  ): Promise<RecognitionType | undefined> {
    const found = await loaders.recognitions.load({ organisation, year });
    return found && toRecognition(found.body, found.projectedThrough);
  }
}
