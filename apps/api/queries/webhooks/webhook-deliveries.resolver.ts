import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { scan } from '#projection-engine';
import { WEBHOOKS } from '#projections';
import type { Place } from '#read-models';
import { DeliveryStore } from '#webhooks';
import type { DeliveryDocument, DeliveryState } from '#webhooks';
import { Shows } from '../../access';
import type { RequestContext } from '../../graphql/request-context';
import { Lists, PageArgs, ReadModels } from '../shared';
import type { Connection } from '../shared';
import { ownWebhooks, seenWebhook } from './seen-webhook';
import { DeliveryStateEnum, WebhookDeliveryConnection, WebhookDeliveryType } from './webhook.types';

@ArgsType()
class DeliveriesArgs extends PageArgs {
  @Field(() => ID, { description: 'The webhook.' })
  @IsString()
  readonly webhook!: string;

  @Field(() => DeliveryStateEnum, { nullable: true, description: 'Only those in this state.' })
  @IsOptional()
  readonly state?: DeliveryState;
}

@ArgsType()
class DeadLettersArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only of this webhook; null for all that you see.',
  })
  @IsOptional()
  @IsString()
  readonly webhook?: string;
}

type Viewing = Pick<RequestContext, 'actor' | 'sight'>;
type Page = Promise<Connection<WebhookDeliveryType>>;

@Resolver(() => WebhookDeliveryType)
export class WebhookDeliveriesResolver {
  constructor(
    private readonly lists: Lists,
    private readonly readModels: ReadModels,
    private readonly deliveries: DeliveryStore,
  ) {}

  @Shows('WEBHOOKS')
  @Query(() => WebhookDeliveryConnection, {
    description: 'A page of what was sent to a webhook, in the order of the events.',
  })
  async webhookDeliveries(
    @Args() { webhook, state, ...page }: DeliveriesArgs,
    @Context() viewing: RequestContext,
  ): Page {
    const lookup: Place =
      state === undefined
        ? { index: 'webhook', where: { webhook } }
        : { index: 'state', where: { webhook, state } };
    const isSeen = await this.isSeen(webhook, page.atLeast, viewing);
    return this.page(isSeen ? lookup : undefined, { webhook, state }, page);
  }

  @Shows('WEBHOOKS')
  @Query(() => WebhookDeliveryConnection, {
    description:
      'A page of the events that receivers refused for good, in the order of the events.',
  })
  async deadLetters(
    @Args() { webhook, ...page }: DeadLettersArgs,
    @Context() viewing: RequestContext,
  ): Page {
    const filter = { webhook, state: 'DEAD' };
    if (webhook === undefined) return this.page(await this.dead(viewing), filter, page);
    const isSeen = await this.isSeen(webhook, page.atLeast, viewing);
    const lookup = { index: 'state', where: { webhook, state: 'DEAD' } };
    return this.page(isSeen ? lookup : undefined, filter, page);
  }

  /** Where all dead letters are that somebody sees. */
  private async dead(viewing: Viewing): Promise<Place | undefined> {
    if (viewing.sight.seesWebhooksOfOthers) return { index: 'dead', where: { state: 'DEAD' } };
    const own = await ownWebhooks(this.readModels, viewing);
    if (own.length === 0) return undefined;
    return { index: 'state', where: { webhook: { in: own }, state: 'DEAD' } };
  }

  private async isSeen(
    id: string,
    atLeast: string | undefined,
    viewing: Viewing,
  ): Promise<boolean> {
    return (await seenWebhook(this.readModels, { id, atLeast }, viewing)) !== undefined;
  }

  private async page(lookup: Place | undefined, filter: object, args: PageArgs): Page {
    const collection = await this.deliveries.deliveries();
    const { projectedThrough } = await this.readModels.read('webhooks', WEBHOOKS);
    return this.lists.page(
      {
        name: 'webhook-deliveries',
        filter,
        projectedThrough,
        fetch: (request) =>
          lookup === undefined
            ? Promise.resolve({ items: [], hasMore: false })
            : scan(collection, { ...lookup, ...request, matches: () => true }),
        toNode: ({ body }) => toDelivery(body),
      },
      args,
    );
  }
}

/** Couriers send nothing but what those who follow recognitions are told of. */
function toDelivery(delivery: DeliveryDocument): WebhookDeliveryType {
  return { ...delivery, type: delivery.type as WebhookDeliveryType['type'] };
}
