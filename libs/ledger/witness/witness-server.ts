import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { ADD_CHECKPOINT, SIZE_TYPE } from './add-checkpoint';
import type { Witness, WitnessAnswer } from './witness';

/** Of a request: far more than the proof of any tree and a checkpoint with a hundred signatures. */
const MOST_BYTES = 512 * 1024;

const STATUSES: Readonly<Record<WitnessAnswer['kind'], number>> = {
  COSIGNED: 200,
  MALFORMED: 400,
  OLD_TOO_LARGE: 400,
  NOT_SIGNED: 403,
  UNKNOWN_LOG: 404,
  CONFLICT: 409,
  NOT_CONSISTENT: 422,
};

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A witness at `/add-checkpoint`, whatever stands before it in the path. */
export function witnessServer(witness: Witness, onError: (error: unknown) => void): Server {
  return createServer((request, response) => {
    answerTo(request, witness)
      .catch((error: unknown): Answer => {
        onError(error);
        // What could not be kept is not signed.
        return { status: 500, text: 'the checkpoint could not be kept\n' };
      })
      .then((answer) => {
        send(response, answer);
      }, onError);
  });
}

async function answerTo(request: IncomingMessage, witness: Witness): Promise<Answer> {
  const [path = ''] = (request.url ?? '').split('?');
  if (!path.endsWith(`/${ADD_CHECKPOINT}`)) return { status: 404, text: 'nothing is here\n' };
  if (request.method !== 'POST') {
    return { status: 405, text: 'a checkpoint is posted\n', headers: { allow: 'POST' } };
  }
  const body = await bodyOf(request);
  if (body === undefined) return { status: 413, text: 'too much for a checkpoint\n' };
  const asked = textOf(body);
  if (asked === undefined) return { status: 400, text: 'no UTF-8\n' };
  return told(witness.add(asked));
}

function told(answer: WitnessAnswer): Answer {
  const status = STATUSES[answer.kind];
  if (answer.kind === 'COSIGNED') return { status, text: answer.lines };
  if (answer.kind !== 'CONFLICT') return { status, text: `${answer.reason}\n` };
  return { status, text: `${answer.size}\n`, headers: { 'content-type': SIZE_TYPE } };
}

/** Nothing where there is too much of it. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    // It is heard to its end, so that it hears the answer.
    if (bytes <= MOST_BYTES) parts.push(part);
  }
  return bytes <= MOST_BYTES ? Buffer.concat(parts) : undefined;
}

function textOf(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, text, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(text);
}
