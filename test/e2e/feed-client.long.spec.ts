import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Installation, PROJECT } from '../support';

/** The client that the page shows. */
function shown(): string {
  const page = readFileSync(join(PROJECT, 'docs', 'feeds.md'), 'utf8');
  const client = /```js\n(.*?)```/s.exec(page)?.[1];
  if (client === undefined) throw new Error('The page shows no client');
  return client;
}

describe('The client of the page on feeds', () => {
  const installation = new Installation();
  // Where it finds the packages that it names.
  const program = join(PROJECT, 'node_modules', `.feed-client-${process.pid}.mjs`);
  let client: ChildProcess | undefined;

  afterAll(async () => {
    client?.kill('SIGKILL');
    rmSync(program, { force: true });
    await installation.remove();
  });

  it('tells the recognitions of the sample year, each once, also across a restart', async () => {
    writeFileSync(program, shown());
    const service = await installation.startWithSample();
    const url = new URL(service.url);
    const environment = { ...process.env, FEED_URL: `ws://${url.host}${url.pathname}` };
    client = spawn(process.execPath, [program], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { stdout } = client;
    if (stdout === null) throw new TypeError('Its output must be a pipe');
    const lines: string[] = [];
    const reader = createInterface({ input: stdout });
    reader.on('line', (line) => lines.push(line));
    const caughtUp = async (times: number) => {
      while (lines.filter((line) => line === 'FeedCaughtUp').length < times) {
        await once(reader, 'line');
      }
    };
    await caughtUp(1);
    const told = lines.filter((line) => line.startsWith('Recognition'));
    expect(told.length).toBeGreaterThan(0);

    service.signal('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0 });
    await installation.start('--port', url.port);
    await caughtUp(2);
    expect(lines.filter((line) => line.startsWith('Recognition'))).toEqual(told);
  });
});
