import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { FollowedEventType, WEBHOOK_DISABLINGS, WEBHOOK_ENDS } from '#domain';

import type { DeliveryState, SendingFailure } from '#webhooks';
import { Shown } from '../../access';
import { enumOf } from '../../graphql/enum-of';
import { RecognitionEventTypeEnum } from '../../graphql/event-types';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars';
import { ActorType } from '../history/recorded-event.types';
import { connectionOf, ProjectedThrough } from '../shared';

const WebhookStatusEnum = enumOf('WebhookStatus', 'Whether a webhook is sent events.', {
  ACTIVE: 'It is sent events.',
  DISABLED: 'Nothing is sent until it is resumed; what comes waits.',
  ENDED: 'It has ended, for good.',
});

type Cause = (typeof WEBHOOK_DISABLINGS | typeof WEBHOOK_ENDS)[number];
const WebhookCauseEnum = enumOf<Cause>('WebhookCause', 'Why a webhook is disabled or has ended.', {
  ASKED: 'Somebody asked for it.',
  RETRIES_EXHAUSTED: 'The last retry failed.',
  GONE: 'The receiver answered 410.',
});

export const DeliveryStateEnum = enumOf<DeliveryState>(
  'WebhookDeliveryState',
  'What became of an event that was sent.',
  {
    PENDING: 'It is tried again.',
    DELIVERED: 'The receiver has it.',
    DEAD: 'A dead letter: the receiver refused it for good; `redeliver` sends it once more.',
  },
);

const SendingFailureEnum = enumOf<SendingFailure>(
  'WebhookSendingFailure',
  'Why there was no answer.',
  {
    TIMEOUT: 'There was none within 15 seconds.',
    CONNECTION_FAILED: 'No connection came about, or it was cut off.',
    NAME_NOT_FOUND: 'The name of the host is not known.',
    ADDRESS_REFUSED: 'It leads into a private or reserved network.',
  },
);

// Own ones are picked out by whoever leads to them: they lie in nobody's scope (access.md, section 2).
@Shown('WEBHOOKS')
@ObjectType('Webhook', { description: 'An address that recognition events are posted to.' })
export class WebhookType {
  @Field(() => ID, { description: 'The id of the webhook.' })
  readonly id!: string;

  @Field({ description: 'The address that events are posted to.' })
  readonly url!: string;

  @Field(() => [RecognitionEventTypeEnum], { description: 'The types of events that are sent.' })
  readonly types!: readonly FollowedEventType[];

  @Field(() => ID, {
    nullable: true,
    description:
      'Only events about this organisation and those now below it; null for all of the scope of the owner.',
  })
  readonly under?: string;

  @Field({ description: 'What it is for.' })
  readonly description!: string;

  @Field(() => ActorType, {
    description: 'In whose role, and so within whose scope, it is sent anything.',
  })
  readonly owner!: ActorType;

  @Field(() => Boolean, {
    description:
      'Whether the owner could act in this role now, by a valid token or a grant. Nothing is sent while not.',
  })
  readonly holdsRole!: boolean;

  @Field(() => WebhookStatusEnum, { description: 'Whether it is sent events.' })
  readonly status!: 'ACTIVE' | 'DISABLED' | 'ENDED';

  @Field(() => WebhookCauseEnum, {
    nullable: true,
    description: 'Why it is disabled or has ended; null while it is active.',
  })
  readonly cause?: Cause;

  @Field(() => String, {
    description: 'The public key that `v1a` signatures are checked with, `whpk_…`.',
  })
  readonly publicKey!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when messages are signed with the secret of before as well; else null.',
  })
  readonly previousSecretUntil?: string;

  @Field(() => DateTimeScalar, { description: 'The time of registration.' })
  readonly registeredAt!: string;

  @Field(() => CursorScalar, {
    nullable: true,
    description:
      'The place up to which everything is done with; null before the first look at the history.',
  })
  readonly doneThrough?: string;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of webhooks.' })
export class WebhookConnection extends connectionOf('Webhook', WebhookType) {}

@ObjectType('WebhookAttempt', { description: 'One attempt to bring an event to a webhook.' })
export class WebhookAttemptType {
  @Field(() => DateTimeScalar, { description: 'When it began.' })
  readonly at!: string;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  readonly durationMs!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The HTTP status of the answer; null where there was none.',
  })
  readonly status?: number;

  @Field(() => SendingFailureEnum, {
    nullable: true,
    description: 'Why there was no answer; null where there was one.',
  })
  readonly failure?: SendingFailure;
}

@Shown('WEBHOOKS')
@ObjectType('WebhookDelivery', { description: 'An event that was sent to a webhook.' })
export class WebhookDeliveryType {
  @Field(() => ID, { description: 'The webhook.' })
  readonly webhook!: string;

  @Field(() => ID, { description: 'The event: the `webhook-id` of the message.' })
  readonly event!: string;

  @Field(() => RecognitionEventTypeEnum, { description: 'The type of the event.' })
  readonly type!: FollowedEventType;

  @Field(() => DeliveryStateEnum, { description: 'What became of it.' })
  readonly state!: DeliveryState;

  @Field(() => [WebhookAttemptType], { description: 'The last 100 attempts, the oldest first.' })
  readonly attempts!: readonly WebhookAttemptType[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is tried again; null when it is not, or at once.',
  })
  readonly nextTryAt?: string;
}

@ObjectType({ description: 'A page of deliveries.' })
export class WebhookDeliveryConnection extends connectionOf(
  'WebhookDelivery',
  WebhookDeliveryType,
) {}
