import { KeyMalformed, readVerifierKey } from '../note';
import type { VerifierKey } from '../note';

/** Somebody who cosigns our checkpoints, and where. */
export interface WitnessAddress {
  /** Cosigns. */
  readonly key: VerifierKey;
  /** Ends with a slash; what is asked stands under it. */
  readonly url: URL;
}

/** @param text `<verifier key>@<url>`, several separated by commas @throws KeyMalformed */
export function readWitnesses(text: string): readonly WitnessAddress[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(readWitness);
}

function readWitness(text: string): WitnessAddress {
  // A name may hold an @, base64 does not.
  const end = text.search(/@https?:\/\//);
  if (end < 0) throw new KeyMalformed('not of the form <verifier key>@<http or https address>');
  const key = readVerifierKey(text.slice(0, end));
  if (key.kind !== 'COSIGNATURE') throw new KeyMalformed(`${key.name} has not a witness’s key`);
  const address = text.slice(end + 1);
  if (!URL.canParse(address)) throw new KeyMalformed(`${address} is no address`);
  return { key, url: new URL(address.endsWith('/') ? address : `${address}/`) };
}
