import { createSecretKey } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { AUDIENCE, OpenIdProvider } from '../../testing/openid-provider';
import { ProviderAway, ProviderKeys, ProviderTokens } from '.';

const MINUTE_MS = 60_000;

describe('A token of a provider', () => {
  const running: OpenIdProvider[] = [];
  afterEach(() => Promise.all(running.splice(0).map((provider) => provider.stop())));

  const someProvider = async (): Promise<OpenIdProvider> => {
    const provider = await OpenIdProvider.start('m00001', 'm00002');
    running.push(provider);
    return provider;
  };

  /** Reads by a clock that a test sets, and asks for a new key whenever one comes unless told to rest. */
  const reading = (issuer: string, { audience = AUDIENCE, cooldownMs = 0 } = {}) => {
    const clock = { ms: Date.now() };
    const silences: unknown[] = [];
    const keys = new ProviderKeys(issuer, {
      now: () => clock.ms,
      onAway: (error) => silences.push(error),
      cooldownMs,
    });
    const tokens = new ProviderTokens({ issuer, audience }, keys, () => new Date(clock.ms));
    return { tokens, clock, silences };
  };

  it('names who signed in', async () => {
    const provider = await someProvider();
    const { tokens } = reading(provider.issuer);
    const [first, second] = [await provider.tokenOf('m00001'), await provider.tokenOf('m00002')];

    expect(tokens.names(first)).toBe(true);
    expect(await tokens.subjectOf(first)).toBe('m00001');
    expect(await tokens.subjectOf(second)).toBe('m00002');
  });

  it('is of no other issuer, and for no other audience', async () => {
    const provider = await someProvider();
    const token = await provider.tokenOf('m00001');

    expect(reading('https://id.example').tokens.names(token)).toBe(false);
    const { tokens } = reading(provider.issuer, { audience: 'another-program' });
    expect(await tokens.subjectOf(token)).toBeUndefined();
  });

  it('is signed by a key of the provider, with an algorithm of two keys', async () => {
    const provider = await someProvider();
    const { tokens } = reading(provider.issuer);
    const token = await provider.tokenOf('m00001');
    const [header = '', body = '', signature = ''] = token.split('.');
    const another = (await provider.tokenOf('m00002')).split('.')[1];
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    const shared = await new SignJWT(decodeJwt(token))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(createSecretKey(Buffer.from('a secret that both sides know of')));

    for (const forged of [`${header}.${another}.${signature}`, unsigned, shared]) {
      expect(tokens.names(forged)).toBe(true);
      expect(await tokens.subjectOf(forged)).toBeUndefined();
    }
  });

  it('is valid for a minute longer than it says: clocks differ', async () => {
    const provider = await someProvider();
    const { tokens, clock } = reading(provider.issuer);
    const token = await provider.tokenOf('m00001');
    const { exp = 0 } = decodeJwt(token);

    clock.ms = exp * 1_000 + MINUTE_MS - 1_000;
    expect(await tokens.subjectOf(token)).toBe('m00001');
    clock.ms = exp * 1_000 + MINUTE_MS;
    expect(await tokens.subjectOf(token)).toBeUndefined();
  });

  it('is valid under a key that is newer than the last that was seen', async () => {
    const provider = await someProvider();
    const { tokens } = reading(provider.issuer);
    const before = await provider.tokenOf('m00001');
    expect(await tokens.subjectOf(before)).toBe('m00001');

    await provider.rotate();
    expect(await tokens.subjectOf(await provider.tokenOf('m00002'))).toBe('m00002');
    // The provider no longer has the key before.
    expect(await tokens.subjectOf(before)).toBeUndefined();
  });

  it('is not valid under a key that the provider withdrew, once the keys are old', async () => {
    const provider = await someProvider();
    const { tokens, clock } = reading(provider.issuer);
    const token = await provider.tokenOf('m00001');
    await tokens.subjectOf(token);
    await provider.rotate();

    expect(await tokens.subjectOf(token)).toBe('m00001');
    clock.ms += 10 * MINUTE_MS;
    // It is asked behind the requests: each of ours gives it time to answer.
    while ((await tokens.subjectOf(token)) !== undefined) await fetch(provider.issuer);
    expect(await tokens.subjectOf(token)).toBeUndefined();
  });

  it('goes on under a known key while the provider is away; under another one nothing is decided', async () => {
    const provider = await someProvider();
    const { tokens, clock, silences } = reading(provider.issuer);
    const known = await provider.tokenOf('m00001');
    await tokens.subjectOf(known);
    await provider.rotate();
    const unknown = await provider.tokenOf('m00002');
    await provider.stop();

    clock.ms += 8 * MINUTE_MS;
    expect(await tokens.subjectOf(known)).toBe('m00001');
    await expect(tokens.subjectOf(unknown)).rejects.toThrow(ProviderAway);
    expect(silences).not.toEqual([]);
    expect(await tokens.subjectOf(known)).toBe('m00001');
  });

  it('is not decided on while the provider rests from the last question, nor before it was ever there', async () => {
    const provider = await someProvider();
    const { tokens } = reading(provider.issuer, { cooldownMs: MINUTE_MS });
    const known = await provider.tokenOf('m00001');
    await tokens.subjectOf(known);
    await provider.rotate();
    const unknown = await provider.tokenOf('m00002');

    await expect(tokens.subjectOf(unknown)).rejects.toThrow(ProviderAway);
    expect(await tokens.subjectOf(known)).toBe('m00001');
    await provider.stop();
    await expect(reading(provider.issuer).tokens.subjectOf(known)).rejects.toThrow(ProviderAway);
  });
});
