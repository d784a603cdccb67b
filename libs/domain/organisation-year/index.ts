export * from './organisation-year.events';
export * from './organisation-year.commands';
