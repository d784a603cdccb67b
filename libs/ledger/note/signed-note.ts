/** One line of a signed note: whose it is, by name and key id, and what was signed. */
export interface NoteSignature {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  readonly signature: Buffer;
}

/** A text with signatures under it (c2sp.org/signed-note). */
export interface SignedNote {
  /** Ends with a line break. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** It is no signed note; the message says where. */
export class NoteMalformed extends Error {
  override readonly name = 'NoteMalformed';
}

const SIGNATURE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;
/** Of a key id, in bytes. */
const KEY_ID = 4;
const MOST_SIGNATURES = 100;
/** All but the line break. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/** @throws NoteMalformed */
export function readNote(note: string): SignedNote {
  if (CONTROL.test(note) || !note.isWellFormed()) throw new NoteMalformed('no text of a note');
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new NoteMalformed('no signatures under the text');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) throw new NoteMalformed('too many signatures');
  return { text: note.slice(0, end + 1), signatures: lines.map(signatureIn) };
}

export function writeNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(writeSignature).join('')}`;
}

function signatureIn(line: string, at: number): NoteSignature {
  const [, name = '', base64 = ''] = SIGNATURE.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length <= KEY_ID || bytes.toString('base64') !== base64) {
    throw new NoteMalformed(`line ${at + 1} under the text is no signature`);
  }
  return {
    name,
    keyId: bytes.subarray(0, KEY_ID).toString('hex'),
    signature: bytes.subarray(KEY_ID),
  };
}

/** As a line under a note. */
export function writeSignature({ name, keyId, signature }: NoteSignature): string {
  const bytes = Buffer.concat([Buffer.from(keyId, 'hex'), signature]);
  return `— ${name} ${bytes.toString('base64')}\n`;
}
