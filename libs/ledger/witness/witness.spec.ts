import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import {
  KeyMalformed,
  NoteMalformed,
  readCheckpoint,
  readNote,
  signaturesOf,
  Signer,
} from '../note';
import { runningWitness } from './testing';
import type { RunningWitness } from './testing';
import { entriesUpTo, SignedLog } from '../testing/signed-log';
import { isConsistent } from '../tree';
import { FileWitnessState, newWitnessKey, readWitnessKey, Witness } from '.';
import { writeAddCheckpoint } from './add-checkpoint';

const log = new SignedLog(entriesUpTo(40));

/** As a log asks that tells the truth. */
async function asked(old: number, size: number, of: SignedLog = log): Promise<string> {
  const proof = old === 0 || old > size ? [] : await of.prove(old, size);
  return writeAddCheckpoint({ old, proof, checkpoint: (await of.checkpoint(size)).note });
}

describe('A witness', () => {
  let witness: RunningWitness;
  const post = (body: string | Buffer, path = 'add-checkpoint') =>
    fetch(new URL(path, witness.url), { method: 'POST', body });

  beforeEach(async () => {
    witness = await runningWitness([log.signer.verifierKey]);
  });
  afterEach(() => witness.stop());

  it('cosigns the first tree that it is shown, and what goes on from it', async () => {
    for (const [old, size] of [
      [0, 5],
      [5, 5],
      [5, 40],
    ] as const) {
      const answer = await post(await asked(old, size));
      expect(answer.status).toBe(200);
      const { note } = await log.checkpoint(size);
      const { text } = readNote(note);
      const lines = await answer.text();
      expect(signaturesOf(readNote(`${text}\n${lines}`), witness.signer.verifierKey)).toHaveLength(
        1,
      );
    }
  });

  it('says what it cosigned last to who knows another size', async () => {
    await post(await asked(0, 5));
    for (const old of [0, 3, 7]) {
      const answer = await post(await asked(old, 9));
      expect(answer.status).toBe(409);
      expect(answer.headers.get('content-type')).toBe('text/x.tlog.size');
      expect(await answer.text()).toBe('5\n');
    }
  });

  it('does not cosign two trees of one size', async () => {
    await post(await asked(0, 5));
    const answer = await post(await asked(5, 5, log.forkedAt(4)));
    expect(answer.status).toBe(409);
  });

  it('does not cosign a tree that does not begin with the one before', async () => {
    await post(await asked(0, 5));
    expect((await post(await asked(5, 9, log.forkedAt(2)))).status).toBe(422);
    const checkpoint = (await log.checkpoint(9)).note;
    expect((await post(writeAddCheckpoint({ old: 5, proof: [], checkpoint }))).status).toBe(422);
  });

  it('wants no proof that a tree begins with nothing', async () => {
    const proof = await log.prove(3, 5);
    const checkpoint = (await log.checkpoint(5)).note;
    expect((await post(writeAddCheckpoint({ old: 0, proof, checkpoint }))).status).toBe(422);
  });

  it('does not know other logs, nor believe who signs in the name of one', async () => {
    const another = new SignedLog(
      entriesUpTo(5),
      new Signer('another.test', generateKeyPairSync('ed25519').privateKey),
    );
    expect((await post(await asked(0, 5, another))).status).toBe(404);
    const forger = new SignedLog(entriesUpTo(5));
    expect((await post(await asked(0, 5, forger))).status).toBe(403);
    const forged = (await asked(0, 5)).replace('\n5\n', '\n6\n');
    expect((await post(forged)).status).toBe(403);
  });

  it.each([
    ['that is empty', () => ''],
    ['without an old size', async () => (await asked(0, 5)).replace('old 0\n', '\n')],
    ['with an old size of two zeroes', async () => (await asked(0, 5)).replace('old 0', 'old 00')],
    ['with an old size beyond the new one', () => asked(6, 5)],
    ['with a hash that is none', async () => (await asked(0, 5)).replace('old 0', 'old 0\nAAAA')],
    [
      'with more hashes than a proof has',
      async () => {
        const hashes = `\n${Buffer.alloc(32).toString('base64')}`.repeat(64);
        return (await asked(0, 5)).replace('old 0', `old 0${hashes}`);
      },
    ],
    [
      'with no UTF-8',
      async () => Buffer.concat([Buffer.from(await asked(0, 5)), Buffer.from([0xff])]),
    ],
  ])('does not take a request %s', async (_, body) => {
    expect((await post(await body())).status).toBe(400);
  });

  it('answers at its one place alone, to POST alone, and not without an end', async () => {
    expect((await post(await asked(0, 5), 'other')).status).toBe(404);
    expect((await fetch(new URL('add-checkpoint', witness.url))).status).toBe(405);
    expect((await post(Buffer.alloc(600_000, 'a'))).status).toBe(413);
  });

  it('that starts again knows what it cosigned', async () => {
    await post(await asked(0, 5));
    await witness.stop();
    witness = await runningWitness([log.signer.verifierKey], witness.path);
    expect((await post(await asked(0, 9, log.forkedAt(2)))).status).toBe(409);
    expect((await post(await asked(5, 9))).status).toBe(200);
    expect(readCheckpoint(readFileSync(witness.path, 'utf8')).size).toBe(9);
    expect(statSync(witness.path).mode & 0o077).toBe(0);
  });
});

describe('The state of a witness', () => {
  it('that cannot be read does not count as none', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'witness-')), 'state');
    writeFileSync(path, 'damaged');
    expect(() => new FileWitnessState(path)).toThrow(NoteMalformed);
  });

  it('that cannot be kept is not signed', async () => {
    const state = new FileWitnessState(join(tmpdir(), 'no-such-folder', 'of-witness', 'state'));
    const signer = readWitnessKey(newWitnessKey('witness.test/w1'));
    const logs = [log.signer.verifierKey];
    const witness = new Witness({ logs, signer, state, clock: () => new Date() });
    const body = await asked(0, 5);
    expect(() => witness.add(body)).toThrow('ENOENT');
    expect(state.latest('four-good.test/log')).toBeUndefined();
  });
});

describe('Whatever a log asks, true or forked, in whichever order', () => {
  it('all that is cosigned is one tree that grows', async () => {
    const request = fc.record({
      fork: fc.constantFrom(0, 1, 17, 40),
      old: fc.nat({ max: 40 }),
      size: fc.nat({ max: 40 }),
      isOldRight: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 30 }), async (requests) => {
        const path = join(mkdtempSync(join(tmpdir(), 'witness-')), 'state');
        const signer = readWitnessKey(newWitnessKey('witness.test/w1'));
        const logs = [log.signer.verifierKey];
        const cosigned: { size: number; of: SignedLog; note: string }[] = [];
        for (const { fork, old, size, isOldRight } of requests) {
          // It starts again each time.
          const state = new FileWitnessState(path);
          const witness = new Witness({ logs, signer, state, clock: () => new Date() });
          const of = log.forkedAt(fork);
          const last = cosigned.at(-1)?.size ?? 0;
          const answer = witness.add(await asked(isOldRight ? last : old, size, of));
          if (answer.kind === 'COSIGNED') {
            cosigned.push({ size, of, note: (await of.checkpoint(size)).note });
          }
        }
        for (const [at, later] of cosigned.entries()) {
          const earlier = cosigned[at - 1];
          if (earlier === undefined || earlier.size === 0) continue;
          expect(later.size).toBeGreaterThanOrEqual(earlier.size);
          const proof = await later.of.prove(earlier.size, later.size);
          const [first, second] = [readCheckpoint(earlier.note), readCheckpoint(later.note)];
          expect(isConsistent(first, second, proof)).toBe(true);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('The key of a witness', () => {
  it('is read as it is written, also one that a program for notes of logs made', () => {
    const text = newWitnessKey('witness.test/w1');
    expect(readWitnessKey(text).verifierKey).toMatchObject({
      name: 'witness.test/w1',
      kind: 'COSIGNATURE',
      keyId: text.split('+')[3],
    });
    /** The example of Go’s package for signed notes. */
    const ofGo = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
    expect(readWitnessKey(ofGo).verifierKey.name).toBe('PeterNeumann');
  });

  it.each(['', 'PRIVATE+KEY+a+00000000+AAAA', newWitnessKey('a').replace('PRIVATE', 'PUBLIC')])(
    'is not %j',
    (text) => {
      expect(() => readWitnessKey(text)).toThrow(KeyMalformed);
    },
  );
});
