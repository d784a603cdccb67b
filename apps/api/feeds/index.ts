export { FeedCursors } from './feed-cursors';
export { serveFeeds } from './feed.routes';
export { ToldEvents } from './told-events';
