import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandRefused, webhookOfLog } from '#commands';
import type { Receipt } from '#commands';
import { refusal } from '#domain';
import type { WebhookStart } from '#domain';
import type { EventLog } from '#event-log';
import { AddressPolicy, DeliveryStore } from '#webhooks';
import type { Actor } from '#vocabulary';
import { isOwnWebhook } from '../access';
import { FeedCursors } from '../feeds';
import type { RequestContext } from '../graphql/request-context';
import { Acting } from '../identity/acting';
import { WebhookSecrets } from '../keys';
import { EVENT_LOG } from '../injection-tokens';
import { Commands, ReceiptType } from './shared';
import {
  ChangeWebhookInput,
  RedeliverInput,
  RegisterWebhookInput,
  ResumeWebhookInput,
  RotateWebhookSecretInput,
} from './webhook.inputs';
import { WebhookCredentialsType } from './webhook-credentials.type';

/** Of webhooks, what needs more than to be recorded: addresses are judged, cursors read, secrets shown. */
@Resolver()
export class WebhookMutations {
  constructor(
    private readonly commands: Commands,
    private readonly addresses: AddressPolicy,
    private readonly secrets: WebhookSecrets,
    private readonly deliveries: DeliveryStore,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly places: FeedCursors,
  ) {}

  @Mutation(() => WebhookCredentialsType, {
    description: 'A program has recognition events posted to it. The secret is shown this once.',
  })
  async registerWebhook(
    @Args('input') { from, ...input }: RegisterWebhookInput,
    @Acting() actor: Actor,
  ): Promise<WebhookCredentialsType> {
    this.requirePossible(input.url);
    const command = { ...input, ...this.startAt(from) };
    const receipt = await this.commands.record('RegisterWebhook', command, actor);
    return this.credentials(input.webhook, receipt);
  }

  @Mutation(() => ReceiptType, {
    description: 'The address, the types or the organisation of a webhook change.',
  })
  async changeWebhook(
    @Args('input') input: ChangeWebhookInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    this.requirePossible(input.url);
    return this.commands.record('ChangeWebhook', input, actor);
  }

  @Mutation(() => WebhookCredentialsType, {
    description:
      'A webhook gets a new secret, shown this once; for 24 hours it is signed with the one of before as well.',
  })
  async rotateWebhookSecret(
    @Args('input') input: RotateWebhookSecretInput,
    @Acting() actor: Actor,
  ): Promise<WebhookCredentialsType> {
    const receipt = await this.commands.record('RotateWebhookSecret', input, actor);
    return this.credentials(input.webhook, receipt);
  }

  @Mutation(() => ReceiptType, {
    description: 'A webhook goes on, with what waits or from another place.',
  })
  async resumeWebhook(
    @Args('input') { from, ...input }: ResumeWebhookInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ResumeWebhook', { ...input, ...this.startAt(from) }, actor);
  }

  @Mutation(() => ReceiptType, {
    description:
      'An event that was sent, or is a dead letter, is sent once more, whatever waits. A dead letter that is not taken stays one.',
  })
  async redeliver(
    @Args('input') input: RedeliverInput,
    @Acting() actor: Actor,
    @Context() { sight }: RequestContext,
  ): Promise<Receipt> {
    const { webhook, event } = input;
    const state = await webhookOfLog(this.log, webhook);
    const isKnown = state.status !== 'UNKNOWN';
    // Of a webhook that is not seen, nothing is said but what the decider says.
    if (isKnown && (sight.seesWebhooksOfOthers || isOwnWebhook(state, actor))) {
      const delivery = await this.deliveries.delivery(webhook, event);
      if (delivery === undefined || delivery.state === 'PENDING') {
        throw new CommandRefused(
          refusal('NOTHING_TO_REDELIVER', { field: 'event', event, webhook }),
        );
      }
    }
    return this.commands.record('Redeliver', input, actor);
  }

  private requirePossible(url: string): void {
    const objection = this.addresses.objectionTo(url);
    if (objection === undefined) return;
    throw new CommandRefused(refusal('WEBHOOK_ADDRESS_REFUSED', { field: 'url', url, objection }));
  }

  private startAt(from: string | undefined): WebhookStart {
    const place = this.places.read(from, 'from');
    if (place === 'end') return {};
    if (place === 'start') return { fromBeginning: true };
    return { behind: { event: place.id, position: place.position.toString() } };
  }

  /** Shown once: whoever repeats the command is told that it was recorded, and not the secret. */
  private credentials(webhook: string, receipt: Receipt): WebhookCredentialsType {
    const { shown } = this.secrets.of(webhook, receipt.events[0]?.id ?? '');
    const { secret, publicKey } = shown;
    return { receipt, publicKey, ...(receipt.duplicate ? {} : { secret }) };
  }
}
