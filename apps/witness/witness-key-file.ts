import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '#ledger/files';
import { newWitnessKey, readWitnessKey } from '#ledger/witness';
import type { Signer } from '#ledger';

/** The key of a witness: made under this name where there is none yet. @throws KeyMalformed */
export function witnessKeyFile(path: string, name: string): Signer {
  if (!existsSync(path)) writeWhole(path, newWitnessKey(name));
  return readWitnessKey(readFileSync(path, 'utf8'));
}
