import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = join(__dirname, '..', '..', '..', 'scripts', 'openid-provider.mts');

export const AUDIENCE = 'four-good';

/** A real OpenID provider, in a process of its own. */
export class OpenIdProvider {
  private constructor(
    readonly issuer: string,
    private readonly process: ChildProcessWithoutNullStreams,
    private readonly lines: AsyncIterator<string>,
  ) {}

  /** @param clients who may sign in, by name: a token names its client as `sub` */
  static async start(...clients: readonly string[]): Promise<OpenIdProvider> {
    const started = spawn(process.execPath, [
      '--no-warnings',
      PROGRAM,
      `--audience=${AUDIENCE}`,
      `--clients=${clients.join(',')}`,
    ]);
    started.stderr.resume();
    const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
    const issuer = await answered(lines, 'listening');
    return new OpenIdProvider(issuer, started, lines);
  }

  /** From now on it signs with a new key, and no longer publishes the one before. */
  async rotate(): Promise<void> {
    this.process.stdin.write('rotate\n');
    await answered(this.lines, 'rotated');
  }

  async tokenOf(client: string): Promise<string> {
    const response = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${client}:secret`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token } = (await response.json()) as { readonly access_token: string };
    return token;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
  }
}

/** It says other things too, of itself. */
async function answered(lines: AsyncIterator<string>, word: string): Promise<string> {
  for (;;) {
    const line = await lines.next();
    if (line.done === true) throw new Error(`The provider ended before it was ${word}`);
    const [first, issuer] = line.value.split(' ');
    if (first === word && issuer !== undefined) return issuer;
  }
}
