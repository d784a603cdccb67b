import {
  GrowingTree,
  HASH_BYTES,
  leafHash,
  readCheckpoint,
  readVerifierKey,
  signaturesOf,
  splitCheckpoints,
} from '#ledger';
import type { VerifierKey } from '#ledger';
import type { WhoLooked } from '../exporting/who-looked';
import { Findings } from './findings';
import type { Finding } from './findings';
import { rootsOf } from './roots-of';

/** Whether the records of who looked are those that were signed. What is old was dropped, from the beginning on. */
export function verifyWhoLooked(told: WhoLooked): readonly Finding[] {
  const findings = new Findings();
  const keys = told.keys.map(readVerifierKey);
  const notes = [...splitCheckpoints(told.checkpoints), told.checkpoint].map(readCheckpoint);
  const roots = rootsOf(told.leaves, new Set(notes.map(({ size }) => size)));
  for (const { note, size, root } of notes) {
    if (!isSigned(note, keys)) {
      findings.add('BAD_SIGNATURE', about(`no known key signed the checkpoint of ${size} records`));
    }
    if (roots.get(size)?.equals(root) === true) continue;
    findings.add('NOT_CONSISTENT', about(`the checkpoint of ${size} records is not of this tree`));
  }
  records(told, GrowingTree.over(told.leaves).size, findings);
  return findings.all;
}

function records({ records: lines, leaves, isPart }: WhoLooked, size: number, findings: Findings) {
  let next: number | undefined;
  for (const line of lines) {
    const { index, entry } = JSON.parse(line) as { readonly index: number; readonly entry: string };
    const leaf = leaves.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
    if (!leafHash(entry).equals(leaf)) {
      findings.add('ALTERED', about(`record ${index} is not the one that was signed`));
    }
    if (!isPart && next !== undefined && index !== next) {
      findings.add('REMOVED', about(`records ${next} to ${index - 1} are missing`));
    }
    next = index + 1;
  }
  if (isPart || next === undefined || next === size) return;
  findings.add('REMOVED', about(`records ${next} to ${size - 1} are missing`));
}

function about(detail: string): { readonly detail: string } {
  return { detail: `who looked: ${detail}` };
}

function isSigned(
  note: ReturnType<typeof readCheckpoint>['note'],
  keys: readonly VerifierKey[],
): boolean {
  return keys.some((key) => signaturesOf(note, key).length > 0);
}
