export * from './organisation-year.events';
export * from './organisation-year.commands';
export * from './organisation-year.state';
