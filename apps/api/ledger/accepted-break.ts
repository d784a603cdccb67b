import { z } from 'zod';
import { LEDGER_OF_HISTORY } from '#domain';
import type { AcceptedBreak } from '#domain';
import { canonicalJson, readNote, signaturesOf, writeNote } from '#ledger';
import type { Signer } from '#ledger';

const WORDS = 'four-good/accepted-break/v1';

const ACCEPTED = z.strictObject({
  ledger: z.literal(LEDGER_OF_HISTORY),
  tree: z.number(),
  origin: z.string(),
  size: z.number(),
  root: z.string(),
  firstLeaf: z.number().optional(),
  followedBy: z.string(),
});

/**
 * What a tree follows, as it stands beside the tree. Signed by the key of that tree: whoever can write the log and the
 * folder of the ledger, and has no key, accepts nothing.
 */
export function writeAccepted(found: AcceptedBreak, signers: readonly Signer[]): string {
  const text = `${WORDS}\n${canonicalJson(found)}\n`;
  return writeNote({ text, signatures: signers.map((signer) => signer.sign(text)) });
}

/**
 * Nothing for one that is not signed by a key of ours.
 *
 * @param signers of a tree by its name; none where the keys of all trees are gone: then what it says is taken
 * @throws NoteMalformed
 */
export function readAccepted(
  note: string,
  signers: (origin: string) => readonly Signer[] | undefined,
): AcceptedBreak | undefined {
  const read = readNote(note);
  const [words, json = ''] = read.text.split('\n');
  const parsed = words === WORDS ? ACCEPTED.safeParse(JSON.parse(json)) : undefined;
  if (parsed?.success !== true) return undefined;
  const { firstLeaf, ...found } = parsed.data;
  const known = signers(found.followedBy);
  const isSigned = known?.some(({ verifierKey }) => signaturesOf(read, verifierKey).length > 0);
  if (isSigned === false) return undefined;
  return { ...found, ...(firstLeaf === undefined ? {} : { firstLeaf }) };
}

/** Whether an event of the log records this. */
export function isSameBreak(data: unknown, found: AcceptedBreak): boolean {
  return canonicalJson(data) === canonicalJson(found);
}
