import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Signer, VerifierKey } from '../../note';
import { FileWitnessState, newWitnessKey, readWitnessKey, Witness, witnessServer } from '..';
import type { WitnessAddress } from '..';

/** A witness over HTTP, with its state in a file. */
export interface RunningWitness {
  readonly url: string;
  readonly signer: Signer;
  readonly address: WitnessAddress;
  /** Where what it cosigned is kept. */
  readonly path: string;
  stop(): Promise<void>;
}

/** @param path of the state of one that ran before */
export async function runningWitness(
  logs: readonly VerifierKey[],
  path = join(mkdtempSync(join(tmpdir(), 'witness-')), 'state'),
): Promise<RunningWitness> {
  const signer = readWitnessKey(newWitnessKey('witness.test/w1'));
  const state = new FileWitnessState(path);
  const witness = new Witness({ logs, signer, state, clock: () => new Date() });
  const server = witnessServer(witness, () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    signer,
    path,
    address: { key: signer.verifierKey, url: new URL(url) },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
