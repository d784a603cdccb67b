export * from './case.events';
export * from './case.commands';
