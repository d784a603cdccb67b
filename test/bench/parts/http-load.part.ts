import { Agent, request } from 'node:http';
import { inParallel } from '../in-parallel';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface LoadRequest {
  readonly url: string;
  /** Sent in this order. */
  readonly bodies: readonly string[];
  /** How often all of them are sent. Default 1. */
  readonly times?: number;
  /** A bearer token. */
  readonly token?: string;
}

export interface Load extends Round {
  /** Of all answers. */
  readonly bytes: number;
  /** The last answer. */
  readonly sample: string;
}

const CONNECTIONS = 64;

/** Clients in a process of their own, on connections that stay open. */
servePart(() => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = async ({ url, bodies, times = 1, token }: LoadRequest): Promise<Load> => {
    const all = Array.from({ length: times }, () => bodies).flat();
    let bytes = 0;
    let sample = '';
    const start = performance.now();
    await inParallel(all, CONNECTIONS, async (body) => {
      sample = await post({ agent, url, token }, body);
      bytes += Buffer.byteLength(sample);
    });
    return { units: all.length, seconds: (performance.now() - start) / 1000, bytes, sample };
  };
  return Promise.resolve({ ready: undefined, ask });
});

interface Target {
  readonly agent: Agent;
  readonly url: string;
  readonly token: string | undefined;
}

function post({ agent, url, token }: Target, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => {
        if (answer.statusCode === 200 && !text.startsWith('{"errors"')) resolve(text);
        else reject(new Error(`Answered ${answer.statusCode ?? 0}: ${text.slice(0, 500)}`));
      });
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
