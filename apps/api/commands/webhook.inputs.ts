import { InputType } from '@nestjs/graphql';
import type { FollowedEventType } from '#domain';
import { RecognitionEventTypeEnum } from '../graphql/event-types';
import { CommandFields, CommandInput, EnumListField, IdField, TextField } from './shared';

@InputType({ isAbstract: true })
abstract class WebhookFields extends CommandFields {
  @IdField('The webhook.')
  readonly webhook!: string;
}

@InputType({ isAbstract: true })
abstract class WebhookTermsFields extends WebhookFields {
  @TextField(
    'The address that events are posted to: https, without credentials or a fragment, in no private network.',
    { max: 2_000, lines: false },
  )
  readonly url!: string;

  @EnumListField(RecognitionEventTypeEnum, 'The types of events that are sent.')
  readonly types!: FollowedEventType[];

  @IdField(
    'Only events about this organisation and those now below it; null for all of the scope.',
    { optional: true },
  )
  readonly under?: string;

  @TextField('What the webhook is for, for people.')
  readonly description!: string;
}

const FROM =
  'Where to begin: a cursor of the history or of a feed, or `START` for the first event.';

/** Its mutation answers the secret besides the receipt. */
@InputType({ description: 'A program has recognition events posted to it.' })
export class RegisterWebhookInput extends WebhookTermsFields {
  @TextField(`${FROM} Null for what is recorded from now on.`, {
    optional: true,
    max: 160,
    lines: false,
  })
  readonly from?: string;
}

/** Its mutation looks at the address first. */
@InputType({ description: 'The address, the types or the organisation of a webhook change.' })
export class ChangeWebhookInput extends WebhookTermsFields {}

/** Its mutation answers the secret besides the receipt. */
@InputType({
  description: 'A webhook gets a new secret; the one of before counts for 24 hours besides.',
})
export class RotateWebhookSecretInput extends WebhookFields {}

@CommandInput('DisableWebhook', 'A webhook is sent nothing until it is resumed; what comes waits.')
export class DisableWebhookInput extends WebhookFields {}

/** Its mutation reads the cursor. */
@InputType({ description: 'A webhook goes on, with what waits or from another place.' })
export class ResumeWebhookInput extends WebhookFields {
  @TextField(`${FROM} Null for what waits.`, { optional: true, max: 160, lines: false })
  readonly from?: string;
}

/** Its mutation looks first whether there is anything to send again. */
@InputType({ description: 'An event that was sent, or is a dead letter, is sent once more.' })
export class RedeliverInput extends WebhookFields {
  @IdField('The event.')
  readonly event!: string;
}

@CommandInput('EndWebhook', 'A webhook ends, for good.')
export class EndWebhookInput extends WebhookFields {}
