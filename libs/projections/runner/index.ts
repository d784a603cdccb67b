export type {
  CollectionSpec,
  DocumentKey,
  Held,
  Projection,
  RecordedFact,
  Workspace,
} from './projection';
