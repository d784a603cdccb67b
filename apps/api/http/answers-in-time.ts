import type { FastifyInstance } from 'fastify';

/** What is smaller is handed over to the system at once. */
const SMALL = 16 * 1024;

/**
 * Leaves clients that take their answer a byte at a time: it is in memory until they have it. Feeds and imports, which
 * write as they go, look after that themselves.
 */
export function leaveSlowReaders(fastify: FastifyInstance, patienceMs: number): void {
  fastify.addHook('onSend', (_, { raw }, payload, done) => {
    done();
    const isSmall = typeof payload === 'string' && payload.length < SMALL;
    if (isSmall || raw.closed) return;
    const patience = setTimeout(() => {
      raw.destroy();
    }, patienceMs);
    // The end of the service waits for no reader.
    patience.unref();
    raw.once('close', () => {
      clearTimeout(patience);
    });
  });
}
