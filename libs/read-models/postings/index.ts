export { termOf } from './term';
export type {
  DumpedPostings,
  Posting,
  PostingCollection,
  PostingPage,
  PostingQuery,
  Term,
} from './posting';
