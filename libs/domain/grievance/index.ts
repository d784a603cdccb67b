export * from './grievance.events';
export * from './grievance.commands';
