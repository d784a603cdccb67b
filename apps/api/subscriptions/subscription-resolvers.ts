import { EventLogResolver } from './event-log.resolver';
import { RecognitionEventsResolver } from './recognition-events.resolver';
import { ScorecardChangesResolver } from './scorecard-changes.resolver';

/** The resolvers of all subscriptions. */
export const SUBSCRIPTION_RESOLVERS = [
  RecognitionEventsResolver,
  EventLogResolver,
  ScorecardChangesResolver,
] as const;
