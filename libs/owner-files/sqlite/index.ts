export { backUpDatabase } from './back-up';
export { SmallDatabase, type Row } from './small-database';
