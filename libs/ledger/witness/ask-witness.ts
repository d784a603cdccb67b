import { NoteMalformed, readNote, signaturesOf } from '../note';
import type { NoteSignature } from '../note';
import type { KeptCheckpoint } from '../store';
import { ADD_CHECKPOINT, writeAddCheckpoint } from './add-checkpoint';
import type { WitnessAddress } from './witness-address';

/** That the tree of `to` leaves begins with that of `from`. */
export type ProveConsistency = (from: number, to: number) => Promise<readonly Buffer[]>;

export type WitnessReply =
  | { readonly kind: 'COSIGNED'; readonly signatures: readonly NoteSignature[] }
  /** It answered, and does not cosign; the reason is for an operator. */
  | { readonly kind: 'REFUSED'; readonly reason: string }
  /** It cannot be asked now. */
  | { readonly kind: 'AWAY'; readonly reason: string };

interface Asking {
  /** The size that the witness is believed to have cosigned last. */
  readonly known: number;
  readonly prove: ProveConsistency;
  readonly signal: AbortSignal;
}

/** Far more than the lines that are answered. */
const MOST_BYTES = 64 * 1024;
/** How often the answer may be that another size was cosigned: somebody else asks, too. */
const MOST_CONFLICTS = 3;
const SIZE = /^(0|[1-9]\d*)\n?$/;

/** Asks a witness to cosign a checkpoint, going on from whatever it cosigned last (c2sp.org/tlog-witness). */
export async function askWitness(
  witness: WitnessAddress,
  checkpoint: KeptCheckpoint,
  { known, prove, signal }: Asking,
): Promise<WitnessReply> {
  let old = Math.min(known, checkpoint.size);
  for (let conflicts = 0; conflicts < MOST_CONFLICTS; conflicts += 1) {
    const proof = old === 0 ? [] : await prove(old, checkpoint.size);
    const answered = await post(
      witness,
      writeAddCheckpoint({ old, proof, checkpoint: checkpoint.note }),
      signal,
    );
    if ('away' in answered) return { kind: 'AWAY', reason: answered.away };
    const { status, text } = answered;
    if (status === 200) return cosigned(witness, checkpoint, text);
    if (status >= 500 || status === 429) return { kind: 'AWAY', reason: `it answered ${status}` };
    const size = status === 409 ? Number(SIZE.exec(text)?.[1]) : Number.NaN;
    if (!Number.isSafeInteger(size)) {
      return { kind: 'REFUSED', reason: `it answered ${status}: ${text.trim().slice(0, 200)}` };
    }
    if (size === checkpoint.size && size === old) {
      return { kind: 'REFUSED', reason: `it cosigned another tree of ${size} leaves` };
    }
    if (size > checkpoint.size) {
      return { kind: 'REFUSED', reason: `it cosigned ${size} leaves before` };
    }
    old = size;
  }
  return { kind: 'AWAY', reason: 'it is being asked by others at the same time' };
}

function cosigned({ key }: WitnessAddress, { note }: KeptCheckpoint, lines: string): WitnessReply {
  try {
    const { text } = readNote(note);
    const signatures = signaturesOf(readNote(`${text}\n${lines}`), key);
    if (signatures.length > 0) return { kind: 'COSIGNED', signatures };
    return { kind: 'REFUSED', reason: 'what it answered is no cosignature of its key' };
  } catch (error) {
    if (!(error instanceof NoteMalformed)) throw error;
    return { kind: 'REFUSED', reason: `what it answered is no cosignature: ${error.message}` };
  }
}

type Posted = { readonly status: number; readonly text: string } | { readonly away: string };

async function post({ url }: WitnessAddress, body: string, signal: AbortSignal): Promise<Posted> {
  try {
    const response = await fetch(new URL(ADD_CHECKPOINT, url), {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body,
      redirect: 'error',
      signal,
    });
    return { status: response.status, text: await textOf(response) };
  } catch (error) {
    return { away: reasonOf(error) };
  }
}

async function textOf(response: Response): Promise<string> {
  const body: AsyncIterable<Uint8Array> | null = response.body;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new RangeError('it answers too much');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** `fetch` says itself only that it failed. */
function reasonOf(error: unknown): string {
  const isTold = typeof error === 'object' && error !== null && 'cause' in error;
  return String(isTold ? error.cause : error);
}
