export * from './meeting.events';
export * from './meeting.commands';
