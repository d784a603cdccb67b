export { folded, keysTouched, refolded } from './folding';
export { collectionNames, projectionsFor } from './projection';
export type {
  CollectionSpec,
  Correction,
  DocumentKey,
  Folded,
  FoldedChange,
  Held,
  LoggedFact,
  PostingsSpec,
  Projection,
  RecordedFact,
  Workspace,
} from './projection';
