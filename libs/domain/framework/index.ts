export * from './framework.events';
export * from './framework.commands';
