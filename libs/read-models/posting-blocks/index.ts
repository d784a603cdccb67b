/** What every adapter needs to keep postings, and to look for them, alike. */
export { blocksOf, positionsOf, type PostingBlock } from './block';
export { findPostings } from './find-postings';
export type { BlockReader } from './term-cursor';
