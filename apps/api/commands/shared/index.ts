export * from './command-fields';
export { CommandInput, declarationOf, type CommandType, type InputClass } from './command-input';
export { Commands } from './commands';
export * from './fields';
export { ReceiptType } from './receipt.type';
export { RecordCommandHandler } from './record-command';
