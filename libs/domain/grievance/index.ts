export * from './grievance.events';
export * from './grievance.commands';
export * from './grievance.state';
