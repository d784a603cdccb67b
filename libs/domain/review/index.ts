export * from './review.events';
export * from './review.commands';
