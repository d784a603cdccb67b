export { folded, keysTouched, refolded } from './folding';
export type {
  CollectionSpec,
  Correction,
  DocumentKey,
  Folded,
  FoldedChange,
  Held,
  LoggedFact,
  Projection,
  RecordedFact,
  Workspace,
} from './projection';
