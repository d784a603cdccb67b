export * from './assessment.events';
export * from './assessment.commands';
export * from './assessment.state';
export * from './recognition';
export * from './assessment.aggregate';
