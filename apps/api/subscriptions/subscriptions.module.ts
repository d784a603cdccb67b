import { Module } from '@nestjs/common';
import { FollowedLog } from './followed-log';
import { SUBSCRIPTION_RESOLVERS } from './subscription-resolvers';

/** The subscriptions. */
@Module({ providers: [FollowedLog, ...SUBSCRIPTION_RESOLVERS] })
export class SubscriptionsModule {}
