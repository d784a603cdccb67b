export * from './framework.events';
export * from './framework.commands';
export * from './framework.state';
