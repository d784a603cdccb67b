export { documentsOf } from './documents-of';
export { NO_FACTS, withCorrection, withFact } from './facts.document';
export type { FactsDocument } from './facts.document';
export { isImported } from './is-imported';
export { actorsBehind, inOrder, recalled, refOf } from './kept-fact';
export type { KeptFact } from './kept-fact';
export {
  extentAt,
  factsAt,
  factsCollections,
  factsRecordedSince,
  factsSince,
  factsThrough,
  putPagesAside,
} from './pages';
export type { Extent, Facts } from './pages';
