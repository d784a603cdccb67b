import type { Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long a request under way may take to its end. */
const PATIENCE_MS = 10_000;
const IDLE_CHECK_MS = 20;

/**
 * Answers running requests and accepts no new connections. Nest alone would stop its parts first
 * and then answer running requests without them. Requests that take too long are aborted.
 */
export async function drain(api: NestFastifyApplication): Promise<void> {
  const server: Server = api.getHttpServer();
  const impatience = setTimeout(() => {
    server.closeAllConnections();
  }, PATIENCE_MS);
  // Connections that were busy at the beginning are kept alive by their answers, for over a minute.
  const tidying = setInterval(() => {
    server.closeIdleConnections();
  }, IDLE_CHECK_MS);
  try {
    await api.getHttpAdapter().getInstance().close();
  } finally {
    clearTimeout(impatience);
    clearInterval(tidying);
  }
}
