export * from './command.input';
export { Commands } from './commands';
export * from './fields';
export { RecordCommandHandler } from './record-command';
export { Records } from './records';
