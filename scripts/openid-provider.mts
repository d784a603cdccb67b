/**
 * An OpenID provider to try the service with: `node scripts/openid-provider.mts --port 9000 --audience four-good`.
 * Every client may sign in: `curl -d grant_type=client_credentials -u NAME:secret URL/token` gives a token whose `sub`
 * is the NAME. A line `rotate` on the standard input puts a new key in the place of the one before. Not for anything
 * but tests: everybody knows the secret.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

const SECRET = 'secret';
const TOKEN_SECONDS = 600;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    audience: { type: 'string', default: 'four-good' },
    clients: { type: 'string', default: 'm00001' },
  },
});
const audience = `urn:${values.audience}`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const notYet: Answer = (_request, response) => {
  response.writeHead(503).end();
};
let answer = notYet;
const server = createServer((request, response) => {
  answer(request, response);
});

let keys = 0;

/** With a key of its own; the one before is known no more. */
async function providerWithNewKey(issuer: string): Promise<Answer> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  keys += 1;
  const kid = `${process.pid}-${keys}`;
  const provider = new Provider(issuer, {
    clients: values.clients.split(',').map((name) => ({
      client_id: name,
      client_secret: SECRET,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    })),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' }] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: (_context: unknown, resource: string) => ({
          scope: '',
          audience: resource.replace(/^urn:/, ''),
          accessTokenTTL: TOKEN_SECONDS,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
  return provider.callback();
}

server.listen(Number(values.port), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const renew = async (word: string): Promise<void> => {
    answer = await providerWithNewKey(issuer);
    process.stdout.write(`${word} ${issuer}\n`);
  };
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      if (line === 'rotate') void renew('rotated');
    })
    // Whoever started it is gone, or needs it no more.
    .on('close', () => process.exit());
  void renew('listening');
});
