import { setTimeout as elapsed } from 'node:timers/promises';
import { splitCheckpoints, TILE_WIDTH, tilePath } from '#ledger';
import { CannotTell, reasonOf } from '../terminal/outcome';
import type { HistorySource } from './history-source.port';

/** Tiles asked for at once. */
const AT_ONCE = 8;
const TRIES = 5;
const FIRST_PAUSE_MS = 200;
/** For one answer. */
const MOST_WAITED_MS = 300_000;

/** A running service, by its address and a token. */
export class UrlSource implements HistorySource {
  private readonly origin: string;

  /** @param url as the service prints it, or its origin */
  constructor(
    url: string,
    private readonly token: string | undefined,
  ) {
    if (!URL.canParse(url)) {
      throw new CannotTell({ vi: `${url} không phải là địa chỉ.`, en: `${url} is no address.` });
    }
    this.origin = new URL(url).origin;
  }

  async about(): Promise<{ readonly log: string; readonly part?: string }> {
    const { headers, body } = await this.get('/ledger/events?from=0&to=0');
    await body?.cancel();
    const part = headers.get('x-history-part');
    return { log: headers.get('x-history-log') ?? '', ...(part !== null && { part }) };
  }

  /** Asks for one of all that is recorded now. */
  async checkpoints(): Promise<readonly string[]> {
    await this.ask('{ checkpoint { size } }');
    return splitCheckpoints(await (await this.get('/ledger/checkpoints')).text());
  }

  async keys(): Promise<readonly string[]> {
    const lines = (await (await this.get('/ledger/key')).text()).trimEnd().split('\n');
    return lines.map((line) => line.split(' ')[0] ?? '');
  }

  async isBroken(): Promise<boolean> {
    const answer = await this.reached(() => fetch(`${this.origin}/readyz`));
    const { ledger } = (await answer.json()) as { readonly ledger?: { readonly state: string } };
    return ledger?.state === 'BROKEN';
  }

  /** @param folder of the tree that they are of */
  async *leaves(size: number, folder = '/ledger'): AsyncGenerator<Uint8Array, void, undefined> {
    const tiles = Math.ceil(size / TILE_WIDTH);
    for (let first = 0; first < tiles; first += AT_ONCE) {
      const count = Math.min(AT_ONCE, tiles - first);
      const asked = Array.from({ length: count }, async (_, at) => {
        const index = first + at;
        const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
        const answer = await this.get(`${folder}/tile/${tilePath({ level: 0, index, width })}`);
        return new Uint8Array(await answer.arrayBuffer());
      });
      yield* await Promise.all(asked);
    }
  }

  async *events(from: number, to: number, under?: string): AsyncGenerator<Uint8Array, void> {
    const only = under === undefined ? '' : `&under=${encodeURIComponent(under)}`;
    const { body } = await this.get(`/ledger/events?from=${from}&to=${to}${only}`);
    if (body !== null) yield* body;
  }

  /** A proof in a file, against the present checkpoint. */
  async proof(event: string): Promise<string> {
    return (await this.get(`/ledger/proof/${encodeURIComponent(event)}.tlog-proof`)).text();
  }

  /** @throws CannotTell for an answer with errors */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const answer = await this.reached(() =>
      fetch(`${this.origin}/graphql`, {
        method: 'POST',
        headers: { ...this.headers(), 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      }),
    );
    const { data, errors } = (await answer.json()) as {
      readonly data?: T;
      readonly errors?: readonly { readonly message: string }[];
    };
    if (data !== undefined && data !== null && errors === undefined) return data;
    throw refused(answer.status, errors?.[0]?.message ?? '');
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Nothing for what there is not, or not for this role. */
  async find(path: string): Promise<Response | undefined> {
    const answer = await this.reached(() =>
      fetch(`${this.origin}${path}`, { headers: this.headers() }),
    );
    if (answer.ok) return answer;
    await answer.body?.cancel();
    if (answer.status === 403 || answer.status === 404) return undefined;
    throw refused(answer.status, path);
  }

  private async get(path: string): Promise<Response> {
    const answer = await this.reached(() =>
      fetch(`${this.origin}${path}`, { headers: this.headers() }),
    );
    if (answer.ok) return answer;
    throw refused(answer.status, (await answer.text()).slice(0, 300));
  }

  private headers(): Record<string, string> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }

  /** A service that is away for a moment, or asks to be asked later, is asked again. */
  private async reached(ask: () => Promise<Response>): Promise<Response> {
    for (let [tried, waited] = [1, 0]; ;) {
      try {
        const answer = await ask();
        const isLater = answer.status === 429 || answer.status === 503;
        // Who asks for much in a minute is told when to go on.
        const waitMs = Number(answer.headers.get('retry-after') ?? 0) * 1_000;
        if (answer.status === 429 && waitMs > 0 && waited + waitMs <= MOST_WAITED_MS) {
          await answer.body?.cancel();
          await elapsed(waitMs);
          waited += waitMs;
          continue;
        }
        if (!isLater || tried === TRIES || isReport(answer)) return answer;
      } catch (error) {
        if (tried === TRIES) throw unreachable(this.origin, error);
      }
      await elapsed(FIRST_PAUSE_MS * 2 ** tried);
      tried += 1;
    }
  }
}

/** What is not ready says so with the status of what is away. */
function isReport({ url }: Response): boolean {
  return url.endsWith('/readyz');
}

function refused(status: number, reason: string): CannotTell {
  return new CannotTell({
    vi: `Dịch vụ trả lời ${status}: ${reason}`,
    en: `The service answers ${status}: ${reason}`,
  });
}

function unreachable(origin: string, error: unknown): CannotTell {
  const reason = reasonOf(error);
  return new CannotTell({
    vi: `Không kết nối được ${origin}: ${reason}`,
    en: `${origin} cannot be reached: ${reason}`,
  });
}
