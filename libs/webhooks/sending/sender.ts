import { once } from 'node:events';
import { lookup } from 'node:dns/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressPolicy } from '../addresses/address-policy';
import type { Answer } from '../outcome/answer';
import { connect } from './connect';
import type { Resolve } from './connect';
import { SendingFailed } from './sending-failed';

export interface Sending {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

interface SenderOptions {
  readonly policy: AddressPolicy;
  readonly resolve?: Resolve;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;
/** What a receiver says is not kept; this much is taken, for a connection to end in order. */
const MOST_BYTES = 65_536;

/** Posts to receivers: one connection for each, no redirects, bounded in time and size. */
export class Sender {
  private readonly policy: AddressPolicy;
  private readonly resolve: Resolve;
  private readonly timeoutMs: number;

  constructor({ policy, resolve = systemResolve, timeoutMs = TIMEOUT_MS }: SenderOptions) {
    this.policy = policy;
    this.resolve = resolve;
    this.timeoutMs = timeoutMs;
  }

  /** Fails with nothing but the signal's reason, when it was given. */
  async post({ url, headers, body, signal }: Sending): Promise<Answer> {
    if (this.policy.objectionTo(url) !== undefined) return { failure: 'ADDRESS_REFUSED' };
    const timeout = AbortSignal.timeout(this.timeoutMs);
    const either = AbortSignal.any([signal, timeout]);
    try {
      const answer = await this.answered(new URL(url), { headers, body, signal: either });
      const { statusCode: status = 0, headers: given } = answer;
      await discard(answer, either);
      const after = given['retry-after'];
      return { status, ...(after === undefined ? {} : { retryAfter: after }) };
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted) return { failure: 'TIMEOUT' };
      return {
        failure: error instanceof SendingFailed ? error.failure : 'CONNECTION_FAILED',
      };
    }
  }

  private async answered(
    url: URL,
    { headers, body, signal }: Omit<Sending, 'url'>,
  ): Promise<IncomingMessage> {
    const { policy, resolve } = this;
    const socket = await connect(url, { policy, resolve, signal });
    const sent = request({
      createConnection: () => socket,
      method: 'POST',
      path: `${url.pathname}${url.search}`,
      headers: {
        host: url.host,
        'content-length': Buffer.byteLength(body),
        'user-agent': 'four-good-webhooks/1',
        ...headers,
      },
      signal,
    });
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    // What fails from now on is no longer waited for.
    sent.on('error', () => undefined);
    return answer;
  }
}

/** The status has said it all: what goes wrong here, or is too much, changes nothing. */
async function discard(answer: IncomingMessage, signal: AbortSignal): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of answer) {
      bytes += (chunk as Buffer).length;
      if (bytes >= MOST_BYTES || signal.aborted) break;
    }
  } catch {
    // Cut off.
  } finally {
    answer.destroy();
  }
}

const systemResolve: Resolve = async (name) => {
  const found = await lookup(name, { all: true });
  return found.map(({ address }) => address);
};
