export * from './timeline.entry';
export * from './timeline.projection';
export * from './timeline';
export { copiesOf, type CopiedEvent } from './copied-events';
export * from './history.filter';
export * from './history.query';
export * from './recorded-at.query';
export { askedForBy, askedIn, EVERY_EVENT, TERMS } from './terms';
