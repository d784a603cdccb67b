export { untilPassed } from './elapsed';
export type { Elapsed } from './elapsed';
export { Feeds } from './feeds';
export type { FeedMessage, Place, Selection } from './feed-message';
export { poll } from './poll';
