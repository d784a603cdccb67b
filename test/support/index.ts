export { AnsweredWithErrors, GraphqlClient, NoAnswer, receiptOf } from './graphql-client';
export type { AnsweredError, CommandInput, Receipt } from './graphql-client';
export { Installation, type StandBy } from './installation';
export { PROJECT, SAMPLE } from './project';
export { endOf, RunningService, type Ended } from './running-service';
export {
  documentsOf,
  factsOf,
  leasesIn,
  move,
  numbered,
  recordedEvents,
  verdictsOf,
  type Documents,
} from './stores';
export { found, regularMeeting } from './founding';
export { ToldConversation } from './told-conversation';
export { isCommand, toldRequests, type ToldRequest } from './told-requests';
