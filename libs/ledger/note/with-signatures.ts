import { readNote, writeNote } from './signed-note';
import type { NoteSignature } from './signed-note';

/** A note with more signatures; one of the same key takes the place of the one before. @throws NoteMalformed */
export function withSignatures(note: string, signatures: readonly NoteSignature[]): string {
  const { text, signatures: before } = readNote(note);
  const isReplaced = ({ name, keyId }: NoteSignature) =>
    signatures.some((added) => added.name === name && added.keyId === keyId);
  return writeNote({
    text,
    signatures: [...before.filter((one) => !isReplaced(one)), ...signatures],
  });
}
