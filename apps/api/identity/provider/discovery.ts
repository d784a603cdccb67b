import { z } from 'zod';

const DOCUMENT = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/**
 * Where a provider has its keys, as it says itself (OpenID Connect Discovery 1.0, section 4).
 *
 * @throws where it does not answer, or answers as somebody else
 */
export async function discoveredJwks(issuer: string, signal: AbortSignal): Promise<URL> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal, redirect: 'error' });
  if (response.status !== 200) throw new Error(`${address} answers ${response.status}`);
  const { issuer: named, jwks_uri: jwks } = DOCUMENT.parse(await response.json());
  if (named !== issuer) throw new Error(`${address} is that of ${named}, not of ${issuer}`);
  const isSafe = new URL(jwks).protocol === 'https:' || !issuer.startsWith('https:');
  if (!isSafe) throw new Error(`${issuer} has its keys at ${jwks}: others could replace them`);
  return new URL(jwks);
}
