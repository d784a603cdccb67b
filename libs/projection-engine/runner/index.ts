export { folded, keysTouched, refolded } from './folding';
export type {
  CollectionSpec,
  Correction,
  DocumentKey,
  Folded,
  Held,
  LoggedFact,
  Projection,
  RecordedFact,
  Workspace,
} from './projection';
