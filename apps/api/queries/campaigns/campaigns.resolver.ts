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
import { AnswersAsOf, AsOfArgs, AsOfPageArgs, Moments } from '../../as-of';
import {
  CAMPAIGN_PROGRESS,
  campaignDocumentId,
  campaignProgress,
  campaignReach,
  CAMPAIGNS,
  ORGANISATIONS,
} from '#projections';
import type {
  CampaignCounts,
  CampaignDocument,
  CampaignProgressDocument,
  OrganisationDocument,
} from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { Lists, loadedBody, ReadModels } from '../shared';
import type { Connection } from '../shared';
import {
  CampaignConnection,
  CampaignProgressType,
  CampaignStateEnum,
  CampaignType,
} from './campaign.types';
import type { CampaignState } from './campaign.types';
import { toCampaign } from './to-campaign';

@ArgsType()
class CampaignsArgs extends AsOfPageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only campaigns whose reach starts at this organisation.',
  })
  readonly root?: string;

  @Field(() => CampaignStateEnum, { nullable: true, description: 'Only campaigns in this state.' })
  readonly state?: CampaignState;
}

@Resolver(() => CampaignType)
export class CampaignsResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly lists: Lists,
    private readonly moments: Moments,
  ) {}

  @Shows('REGISTER')
  @AnswersAsOf(() => ({}))
  @Query(() => CampaignType, {
    nullable: true,
    description: 'One campaign; null when nothing is recorded about this id.',
  })
  async campaign(
    @Args('id', { type: () => ID, description: 'The id of the campaign.' }) id: string,
    @Args() { atLeast }: AsOfArgs,
  ): Promise<CampaignType | undefined> {
    const reading = await this.readModels.read<CampaignDocument>('campaigns', CAMPAIGNS, atLeast);
    const document = await loadedBody(reading.collection, campaignDocumentId(id));
    return document && toCampaign(document, reading.projectedThrough);
  }

  @Shows('REGISTER')
  @AnswersAsOf(() => ({}))
  @Query(() => CampaignConnection, { description: 'A page of campaigns.' })
  campaigns(
    @Args() args: CampaignsArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<CampaignType>> {
    const { root, state } = args;
    return this.lists.documents(
      {
        projection: 'campaigns',
        collection: CAMPAIGNS,
        filter: { root, state },
        scope: sight.of('REGISTER'),
        ...(root === undefined
          ? {
              index: state === undefined ? 'id' : 'state',
              where: state === undefined ? {} : { state },
            }
          : { index: 'root', where: { root } }),
        matches: (document: CampaignDocument) => state === undefined || document.state === state,
        toNode: toCampaign,
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, {
    description:
      "The organisation at the top of the campaign's reach, which includes all below it.",
  })
  root(
    @Parent() { rootId }: CampaignType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, rootId);
  }

  @ResolveField(() => [CampaignProgressType], {
    description: 'The progress of the campaign, year by year.',
  })
  progress(
    @Parent() campaign: CampaignType,
    @Args('year', { type: () => Int, nullable: true, description: 'Only this year.' })
    only: number | undefined,
  ): Promise<CampaignProgressType[]> {
    return this.moments.knowing(campaign.rootId, () => this.byYear(campaign, only));
  }

  private async byYear(
    campaign: CampaignType,
    only: number | undefined,
  ): Promise<CampaignProgressType[]> {
    const progress: CampaignProgressType[] = [];
    for (let year = campaign.fromYear; year <= campaign.toYear; year += 1) {
      if (only === undefined || only === year) progress.push(await this.inYear(campaign, year));
    }
    return progress;
  }

  private async inYear({ id, rootId }: CampaignType, year: number): Promise<CampaignProgressType> {
    const counts = await this.readModels.read<CampaignProgressDocument>(
      'campaigns',
      CAMPAIGN_PROGRESS,
    );
    const tree = await this.readModels.read<OrganisationDocument>('organisations', ORGANISATIONS);
    const at = `${year}-12-31T23:59:59+07:00`;
    const inReach = await campaignReach(tree.collection, rootId, at);
    const progress = await campaignProgress(counts.collection, id, year, inReach);
    const { grassroots, subordinate } = progress;
    return {
      year,
      ...toCounts(progress),
      grassroots: toCounts(grassroots),
      subordinate: toCounts(subordinate),
    };
  }
}

function toCounts({ total, registered, signed, recognised }: CampaignCounts) {
  return { total, registered, pledged: signed, recognised };
}
