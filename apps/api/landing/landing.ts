import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isGraphiqlServed } from '../graphiql/is-served';
import { landingPage, LANDING_SECURITY_POLICY } from './landing.page';

/** Who opens the service in a browser finds what there is. */
export function showBrowsersIn(fastify: FastifyInstance): void {
  fastify.get('/', (_, reply) =>
    reply
      .header('content-security-policy', LANDING_SECURITY_POLICY)
      .type('text/html; charset=utf-8')
      .send(landingPage(isGraphiqlServed())),
  );
  fastify.addHook('onRequest', (request, reply, done) => {
    if (isOpenedInBrowser(request)) reply.redirect(isGraphiqlServed() ? '/graphiql' : '/', 303);
    else done();
  });
}

/** The address alone, with nothing asked. */
function isOpenedInBrowser({ method, url, headers }: FastifyRequest): boolean {
  const isPage = headers.accept?.includes('text/html') ?? false;
  return method === 'GET' && /^\/graphql\/?\??$/.test(url) && isPage;
}
