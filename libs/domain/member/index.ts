export * from './member.events';
export * from './member.commands';
export * from './member.state';
