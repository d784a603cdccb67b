export { CommandGateway, type CommandGatewayOptions } from './command-gateway';
export * from './envelope';
export * from './errors';
export {
  caseSubject,
  memberOfSubject,
  memberSubject,
  withoutClear,
  type ClearCommand,
} from './clear-command';
export type { DecisionSources } from './sources.port';
export { digestOf } from './digest';
export { grantOfLog, organisationOfLog, webhookOfLog } from './states-of-log';
export { nameBasedUuids } from './name-based-uuid';
