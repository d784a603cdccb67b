import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { toPosition } from '#event-log';
import { WEBHOOKS } from '#projections';
import type { WebhookDocument } from '#projections';
import { DeliveryStore } from '#webhooks';
import { isOwnWebhook, Shows } from '../../access';
import { FeedCursors } from '../../feeds';
import type { RequestContext } from '../../graphql/request-context';
import { Authentication } from '../../identity';
import { WebhookSecrets } from '../../keys';
import { AtLeastArgs, Lists, PageArgs, ReadModels } from '../shared';
import type { Connection } from '../shared';
import { seenWebhook } from './seen-webhook';
import { WebhookConnection, WebhookType } from './webhook.types';

const PROJECTION = 'webhooks';

@ArgsType()
class WebhookArgs extends AtLeastArgs {
  @Field(() => ID, { description: 'The id of the webhook.' })
  readonly id!: string;
}

@Resolver(() => WebhookType)
export class WebhooksResolver {
  constructor(
    private readonly lists: Lists,
    private readonly readModels: ReadModels,
    private readonly deliveries: DeliveryStore,
    private readonly secrets: WebhookSecrets,
    private readonly authentication: Authentication,
    private readonly places: FeedCursors,
  ) {}

  @Shows('WEBHOOKS')
  @Query(() => WebhookType, {
    nullable: true,
    description: 'A webhook; null when there is none with this id, or it is not your own.',
  })
  async webhook(
    @Args() args: WebhookArgs,
    @Context() viewing: RequestContext,
  ): Promise<WebhookType | undefined> {
    const seen = await seenWebhook(this.readModels, args, viewing);
    return seen && this.toWebhook(seen.document, seen.projectedThrough);
  }

  @Shows('WEBHOOKS')
  @Query(() => WebhookConnection, {
    description: 'A page of the webhooks, by id: the own ones, for an operator all.',
  })
  async webhooks(
    @Args() args: PageArgs,
    @Context() { actor, sight }: RequestContext,
  ): Promise<Connection<WebhookType>> {
    const isAll = sight.seesWebhooksOfOthers;
    const { edges, ...page } = await this.lists.documents<WebhookDocument, WebhookDocument>(
      {
        projection: PROJECTION,
        collection: WEBHOOKS,
        filter: {},
        scope: sight.whole,
        ...(isAll ? { index: 'id', where: {} } : { index: 'owner', where: { owner: actor.id } }),
        matches: (document) => isAll || isOwnWebhook(document, actor),
        toNode: (document) => document,
      },
      args,
    );
    const webhooks = await Promise.all(
      edges.map(async ({ cursor, node }) => ({
        cursor,
        node: await this.toWebhook(node, page.projectedThrough),
      })),
    );
    return { edges: webhooks, ...page };
  }

  private async toWebhook(
    document: WebhookDocument,
    projectedThrough: string,
  ): Promise<WebhookType> {
    const { webhook, secrets, start, owner: id, role, organisation, ...rest } = document;
    const owner = { id, role, organisation };
    const [current, previous] = secrets;
    const progress = await this.deliveries.progress(webhook);
    const isOfNow = progress?.startedBy === start.said.event;
    const through = isOfNow ? progress.through : null;
    return {
      ...rest,
      id: webhook,
      owner,
      holdsRole: await this.authentication.holds(owner),
      publicKey: this.secrets.of(webhook, current?.event ?? '').shown.publicKey,
      ...(previous?.until === undefined ? {} : { previousSecretUntil: previous.until }),
      ...(through === null
        ? {}
        : {
            doneThrough: this.places.write({
              id: through.event,
              position: toPosition(BigInt(through.position)),
            }),
          }),
      projectedThrough,
    };
  }
}
