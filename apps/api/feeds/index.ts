export { FeedCursors } from './feed-cursors';
export { LogId } from './log-id';
export { serveFeeds } from './feed.routes';
export { SeenEvents } from './seen-events';
export type { SeenEvent } from './seen-events';
export { ToldEvents } from './told-events';
