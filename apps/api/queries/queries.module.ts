import { Module } from '@nestjs/common';
import { Identities } from './members/identities';
import { QUERY_RESOLVERS } from './query-resolvers';
import { WebhooksStatus } from './status/webhooks-status';
import { Lists } from './shared';

/** The queries. */
@Module({ providers: [Lists, Identities, WebhooksStatus, ...QUERY_RESOLVERS] })
export class QueriesModule {}
