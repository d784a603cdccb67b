export * from './grievance.events';
export * from './grievance.commands';
export * from './grievance.state';
export * from './grievance.aggregate';
