export * from './meeting.events';
export * from './meeting.commands';
export * from './meeting.state';
export * from './meeting.aggregate';
