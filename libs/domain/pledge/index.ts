export * from './pledge.events';
export * from './pledge.commands';
