export * from './timeline.document';
export * from './timeline.projection';
export * from './history.filter';
export * from './history.query';
export * from './recorded-at.query';
export { recordedEvent } from './recorded-event';
