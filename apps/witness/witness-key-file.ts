import { newWitnessKey, readWitnessKey } from '#ledger/witness';
import type { Signer } from '#ledger';
import { keyFile } from '#owner-files';

/** The key of a witness: made under this name where there is none yet. @throws KeyMalformed */
export function witnessKeyFile(path: string, name: string): Signer {
  return readWitnessKey(keyFile(path, () => newWitnessKey(name)));
}
