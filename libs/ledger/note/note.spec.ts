import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { leafHash } from '../hashing';
import {
  checkpointText,
  hasForged,
  joinCheckpoints,
  KeyMalformed,
  NoteMalformed,
  readCheckpoint,
  readNote,
  readTlogProof,
  readVerifierKey,
  signaturesOf,
  Signer,
  splitCheckpoints,
  writeNote,
  writeTlogProof,
} from '.';

const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
/** The example of Go's package for signed notes. */
const EXAMPLE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
const KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

const newKey = () => generateKeyPairSync('ed25519').privateKey;
const root = leafHash('root');

describe('A signed note', () => {
  it('of another implementation is read, and its signature verified', () => {
    const note = readNote(EXAMPLE);
    expect(note.text).toBe(TEXT);
    expect(signaturesOf(note, readVerifierKey(KEY))).toHaveLength(1);
    expect(writeNote(note)).toBe(EXAMPLE);
  });

  it('that was changed is not signed any more, and the line in its name is told', () => {
    const note = readNote(EXAMPLE.replace('your problem,', 'your problem;'));
    expect(signaturesOf(note, readVerifierKey(KEY))).toEqual([]);
    expect(hasForged(note, readVerifierKey(KEY))).toBe(true);
  });

  it.each([
    ['without signatures', TEXT],
    ['with a line that is no signature', `${TEXT}\nno signature\n`],
    ['that is cut off', EXAMPLE.slice(0, -1)],
    ['with another blank', EXAMPLE.replace('— PeterNeumann', '—\tPeterNeumann')],
    ['with a signature of no bytes', `${TEXT}\n— name AAAAAA==\n`],
  ])('%s is none', (_, text) => {
    expect(() => readNote(text)).toThrow(NoteMalformed);
  });

  it('is signed by a log and by witnesses, each in its own way', () => {
    const log = new Signer('four-good.test/log', newKey());
    const witness = new Signer('witness.test/w1', newKey(), 'COSIGNATURE');
    const text = checkpointText({ origin: 'four-good.test/log', size: 5, root });
    const signatures = [log.sign(text), witness.sign(text, 1_679_315_147)];
    const read = readCheckpoint(writeNote({ text, signatures }));
    expect(read).toMatchObject({ origin: 'four-good.test/log', size: 5, root });
    for (const { verifierKey } of [log, witness]) {
      const told = readVerifierKey(verifierKey.text);
      expect(told.kind).toBe(verifierKey.kind);
      expect(signaturesOf(read.note, told)).toHaveLength(1);
    }
    // The time is signed, too.
    const [, cosignature] = signatures;
    cosignature?.signature.writeBigUInt64BE(1n);
    expect(signaturesOf(read.note, witness.verifierKey)).toHaveLength(1);
    expect(signaturesOf({ text, signatures }, witness.verifierKey)).toEqual([]);
  });

  it.each(['', 'name', 'name+00000000+AA==', KEY.replace('c74f20a3', 'c74f20a4'), `${KEY} more`])(
    'has no key %j',
    (text) => {
      expect(() => readVerifierKey(text)).toThrow(KeyMalformed);
    },
  );
});

describe('A checkpoint', () => {
  it.each([
    ['no size', `origin\n05\n${root.toString('base64')}\n`],
    ['no root', 'origin\n5\nAAAA\n'],
    ['no origin', `\n5\n${root.toString('base64')}\n`],
  ])('with %s is none', (_, text) => {
    expect(() => readCheckpoint(`${text}\n— name AAAAAAAA\n`)).toThrow(NoteMalformed);
  });

  it('is found again among many', () => {
    const notes = [1, 2, 3].map((size) => {
      const text = checkpointText({ origin: 'log', size, root });
      return writeNote({ text, signatures: [new Signer('log', newKey()).sign(text)] });
    });
    expect(splitCheckpoints(joinCheckpoints(notes))).toEqual(notes);
    expect(splitCheckpoints('')).toEqual([]);
  });
});

describe('A proof in a file', () => {
  it('is read as it was written', () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
    const proof = fc.record(
      {
        index: fc.maxSafeNat(),
        hashes: fc.array(hash, { maxLength: 60 }),
        checkpoint: fc.constant(EXAMPLE),
        extra: fc.string({ minLength: 1 }),
      },
      { requiredKeys: ['index', 'hashes', 'checkpoint'] },
    );
    fc.assert(
      fc.property(proof, (one) => {
        expect(readTlogProof(writeTlogProof(one))).toEqual(one);
      }),
    );
  });

  it.each(['', 'c2sp.org/tlog-proof@v1\n\n', 'c2sp.org/tlog-proof@v1\nindex 01\n\n', EXAMPLE])(
    'that says %j is none',
    (text) => {
      expect(() => readTlogProof(text)).toThrow(NoteMalformed);
    },
  );
});
