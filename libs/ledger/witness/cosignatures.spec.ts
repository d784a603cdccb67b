import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  KeyMalformed,
  readCheckpoint,
  signaturesOf,
  Signer,
  withSignatures,
  type NoteSignature,
} from '../note';
import { runningWitness } from './testing';
import type { RunningWitness } from './testing';
import { entriesUpTo, SignedLog } from '../testing/signed-log';
import { Cosignatures, readWitnesses } from '.';
import type { WitnessAddress } from '.';
import { writeAddCheckpoint } from './add-checkpoint';

const log = new SignedLog(entriesUpTo(40));
const stopped: (() => Promise<void>)[] = [];

async function aWitness(): Promise<RunningWitness> {
  const witness = await runningWitness([log.signer.verifierKey]);
  stopped.push(() => witness.stop());
  return witness;
}

/** Takes what is asked and answers so: nothing, for ever, where there is no answer. */
async function whoAnswers(answer?: { status: number; text: string }): Promise<WitnessAddress> {
  const server = createServer((request, response) => {
    request.resume();
    if (answer !== undefined) response.writeHead(answer.status).end(answer.text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stopped.push(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const { privateKey } = generateKeyPairSync('ed25519');
  return { key: new Signer('other.test', privateKey, 'COSIGNATURE').verifierKey, url };
}

function asking(...witnesses: readonly WitnessAddress[]) {
  const kept: { size: number; signatures: readonly NoteSignature[] }[] = [];
  const waiting: (() => void)[] = [];
  const cosignatures = new Cosignatures({
    witnesses,
    prove: log.prove,
    timeoutMs: 60_000,
    keep: (size, signatures) => {
      kept.push({ size, signatures });
      for (const told of waiting.splice(0)) told();
      return Promise.resolve();
    },
  });
  stopped.push(() => cosignatures.close());
  /** The next time that something is kept. */
  const next = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { cosignatures, kept, next };
}

afterEach(async () => {
  for (const stop of stopped.splice(0).toReversed()) await stop();
});

describe('Witnesses that are asked', () => {
  it('cosign each checkpoint, going on from the one before', async () => {
    const witnesses = [await aWitness(), await aWitness()];
    const { cosignatures, kept } = asking(...witnesses.map(({ address }) => address));
    for (const size of [3, 20]) {
      const checkpoint = await log.checkpoint(size);
      cosignatures.ask(checkpoint);
      await cosignatures.settled();
      const added = kept.filter((one) => one.size === size).flatMap((one) => one.signatures);
      const { note } = readCheckpoint(withSignatures(checkpoint.note, added));
      for (const { signer } of [log, ...witnesses]) {
        expect(signaturesOf(note, signer.verifierKey)).toHaveLength(1);
      }
    }
    expect(cosignatures.standings()).toMatchObject([
      { state: 'COSIGNED', size: 20 },
      { state: 'COSIGNED', size: 20 },
    ]);
  });

  it('are not asked again for what they cosigned, unless that is wanted', async () => {
    const { address } = await aWitness();
    const { cosignatures, kept } = asking(address);
    const checkpoint = await log.checkpoint(3);
    for (const again of [false, false, true]) {
      cosignatures.ask(checkpoint, again);
      await cosignatures.settled();
    }
    expect(kept).toHaveLength(2);
    const [first, second] = kept.map(({ signatures }) => signatures);
    const once = withSignatures(withSignatures(checkpoint.note, first ?? []), second ?? []);
    expect(readCheckpoint(once).note.signatures).toHaveLength(2);
  });

  it('that know more than we remember are gone on from', async () => {
    const { address, url } = await aWitness();
    const { note: checkpoint } = await log.checkpoint(7);
    await fetch(new URL('add-checkpoint', url), {
      method: 'POST',
      body: writeAddCheckpoint({ old: 0, proof: [], checkpoint }),
    });
    const { cosignatures } = asking(address);
    cosignatures.ask(await log.checkpoint(20));
    await cosignatures.settled();
    expect(cosignatures.standings()).toMatchObject([{ state: 'COSIGNED', size: 20 }]);
  });

  it('of which one never answers do not wait for it, and it is not waited for', async () => {
    const silent = await whoAnswers();
    const { address } = await aWitness();
    const { cosignatures, kept, next } = asking(silent, address);
    for (const size of [3, 20]) {
      const cosigned = next();
      cosignatures.ask(await log.checkpoint(size));
      await cosigned;
    }
    expect(kept.map(({ size }) => size)).toEqual([3, 20]);
    await cosignatures.close();
    expect(cosignatures.standings()).toMatchObject([{ state: 'AWAY', size: 0 }, {}]);
  });

  it('that are away are told, and asked for the next one', async () => {
    const before = await aWitness();
    await before.stop();
    stopped.pop();
    const { cosignatures, kept } = asking(before.address);
    cosignatures.ask(await log.checkpoint(3));
    await cosignatures.settled();
    expect(cosignatures.standings()).toMatchObject([{ state: 'AWAY', size: 0 }]);
    expect(cosignatures.standings()[0]?.reason).toContain('ECONNREFUSED');
    expect(kept).toEqual([]);
  });

  it.each([
    ['is no signature', 200, 'ok', 'REFUSED'],
    ['is of another key', 200, '— other.test AAAAAAAAAAA=\n', 'REFUSED'],
    ['is that it does not know us', 404, 'unknown', 'REFUSED'],
    ['is a conflict without a size', 409, '', 'REFUSED'],
    ['is a size beyond ours', 409, '41\n', 'REFUSED'],
    ['is a size that leads nowhere', 409, '2\n', 'AWAY'],
    ['is that it fails', 500, '', 'AWAY'],
    ['is far too long', 200, 'x'.repeat(100_000), 'AWAY'],
  ])('and whose answer %s have not cosigned', async (_, status, text, state) => {
    const { cosignatures, kept } = asking(await whoAnswers({ status, text }));
    cosignatures.ask(await log.checkpoint(20));
    await cosignatures.settled();
    expect(kept).toEqual([]);
    expect(cosignatures.standings()).toMatchObject([{ state, size: 0 }]);
  });

  it('that cosigned another tree of the same size refuse', async () => {
    const { address, url } = await aWitness();
    const { note: checkpoint } = await log.forkedAt(1).checkpoint(20);
    await fetch(new URL('add-checkpoint', url), {
      method: 'POST',
      body: writeAddCheckpoint({ old: 0, proof: [], checkpoint }),
    });
    const { cosignatures } = asking(address);
    cosignatures.ask(await log.checkpoint(20));
    await cosignatures.settled();
    expect(cosignatures.standings()).toMatchObject([
      { state: 'REFUSED', reason: 'it cosigned another tree of 20 leaves' },
    ]);
  });
});

describe('The setting of witnesses', () => {
  const key = new Signer('w.test', generateKeyPairSync('ed25519').privateKey, 'COSIGNATURE');
  const { text } = key.verifierKey;

  it('names each by its key and its address', () => {
    const read = readWitnesses(`${text}@http://127.0.0.1:1/, ${text}@https://w.test/under`);
    expect(read.map(({ url }) => url.href)).toEqual([
      'http://127.0.0.1:1/',
      'https://w.test/under/',
    ]);
    expect(read[0]?.key.text).toBe(text);
    expect(readWitnesses('')).toEqual([]);
  });

  it.each([
    text,
    `${text}@`,
    `${text}@w.test`,
    `${text}@http://`,
    `${log.signer.verifierKey.text}@http://w.test`,
  ])('is not %j', (setting) => {
    expect(() => readWitnesses(setting)).toThrow(KeyMalformed);
  });
});
