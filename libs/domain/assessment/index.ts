export * from './assessment.events';
export * from './assessment.commands';
