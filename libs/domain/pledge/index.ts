export * from './pledge.events';
export * from './pledge.commands';
export * from './pledge.state';
