export { documentsOf } from './documents-of';
export {
  everRecorded,
  factsIn,
  inOrder,
  NO_FACTS,
  withCorrection,
  withFact,
} from './facts.document';
export type { FactsDocument } from './facts.document';
export { recalled, refOf } from './kept-fact';
export type { KeptFact } from './kept-fact';
