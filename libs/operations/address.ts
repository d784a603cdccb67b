import type { Server } from 'node:http';

/** Where a server that listens is reached: a URL without a path. */
export function addressOf(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): string {
  const address = server.address();
  const bound = address !== null && typeof address === 'object' ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}
