export {
  checkpointText,
  joinCheckpoints,
  readCheckpoint,
  splitCheckpoints,
  type Checkpoint,
  type SignedCheckpoint,
} from './checkpoint';
export {
  hasForged,
  KeyMalformed,
  readVerifierKey,
  signaturesOf,
  Signer,
  type KeyKind,
  type VerifierKey,
} from './keys';
export {
  NoteMalformed,
  readNote,
  writeNote,
  writeSignature,
  type NoteSignature,
  type SignedNote,
} from './signed-note';
export { readTlogProof, writeTlogProof, type TlogProof } from './tlog-proof';
export { withSignatures } from './with-signatures';
