export type { Message } from './message';
export { SUBSCRIPTION_RESOLVERS } from './subscription-resolvers';
export { SubscriptionsModule } from './subscriptions.module';
