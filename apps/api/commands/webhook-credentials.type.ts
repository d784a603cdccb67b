import { Field, ObjectType } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import { Shown } from '../access';
import { ReceiptType } from './shared';

@Shown('SERVICE')
@ObjectType('WebhookCredentials', {
  description: 'What a receiver needs to know its messages by (Standard Webhooks).',
})
export class WebhookCredentialsType {
  @Field(() => ReceiptType, { description: 'What was recorded; the secret is not in it.' })
  readonly receipt!: Receipt;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret that `v1` signatures are made with, `whsec_…`. Shown once: null when the command had been recorded before. Rotate the secret if it was lost.',
  })
  readonly secret?: string;

  @Field(() => String, {
    description: 'The public key that `v1a` signatures are checked with, `whpk_…`.',
  })
  readonly publicKey!: string;
}
