import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as elapsed } from 'node:timers/promises';
import { GraphqlClient, Installation } from '../support';
import type { RunningService } from '../support';

const QUERY = '{ status { position } }';
const hasNginx = spawnSync('nginx', ['-v']).status === 0;
const isRoot = process.getuid?.() === 0;
/** Debian's user of nobody's programs. */
const NOBODY = 65_534;

/** A proxy that says nothing of itself: all bytes as they came. */
const SILENT_PROXY = `
  const { connect, createServer } = require('node:net');
  createServer((from) => {
    const to = connect(Number(process.argv[1]), '127.0.0.1');
    for (const socket of [from, to]) socket.on('error', () => {});
    from.pipe(to).pipe(from);
  }).listen(Number(process.argv[2]), '127.0.0.1');`;

describe('without a token', () => {
  const installation = new Installation();
  const proxies: ChildProcess[] = [];
  let service: RunningService;
  beforeAll(async () => {
    service = await installation.start();
  });
  afterAll(async () => {
    const ends = proxies.map((proxy) => once(proxy, 'close'));
    for (const proxy of proxies) proxy.kill('SIGTERM');
    await Promise.all(ends);
    await installation.remove();
  });

  const upstream = () => Number(new URL(service.url).port);
  const codesAt = (port: number) =>
    new GraphqlClient(`http://127.0.0.1:${port}/graphql`).codesOf(QUERY);

  async function behind(proxy: ChildProcess, port: number): Promise<void> {
    proxies.push(proxy);
    await untilTaken(port);
  }

  it('a program of the same user is the local operator', async () => {
    expect(await service.client.codesOf(QUERY)).toEqual([]);
  });

  (isRoot ? describe : describe.skip)('behind a proxy of another user (needs root)', () => {
    it('everybody is nobody, whatever the proxy says of itself', async () => {
      const port = await freePort();
      const command = ['-e', SILENT_PROXY, String(upstream()), String(port)];
      // Found by its number: another user may not look into the folders of this one.
      await behind(
        spawn('/proc/self/exe', command, { argv0: 'node', uid: NOBODY, gid: NOBODY, cwd: '/' }),
        port,
      );

      expect(await codesAt(port)).toEqual(['UNAUTHENTICATED']);
    });
  });

  (hasNginx && isRoot ? describe : describe.skip)(
    'behind nginx with its default settings (needs nginx and root)',
    () => {
      it('everybody is nobody', async () => {
        const port = await freePort();
        const folder = installation.path('nginx');
        mkdirSync(folder);
        chmodSync(folder, 0o755);
        const config = `${folder}/nginx.conf`;
        writeFileSync(
          config,
          `daemon off; pid ${folder}/pid; error_log stderr; events {}
       http { access_log off; server { listen 127.0.0.1:${port};
         location / { proxy_pass http://127.0.0.1:${upstream()}; } } }`,
        );
        await behind(spawn('nginx', ['-c', config, '-p', folder], { stdio: 'ignore' }), port);

        expect(await codesAt(port)).toEqual(['UNAUTHENTICATED']);
        expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200);
      });
    },
  );
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilTaken(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isTaken = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isTaken) return;
    await elapsed(20);
  }
}
