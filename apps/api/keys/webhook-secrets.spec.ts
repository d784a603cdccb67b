import { createPublicKey, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceKeys, WebhookSecrets } from '.';

describe('The secrets of webhooks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const secrets = () => new WebhookSecrets(new ServiceKeys(folder));

  it('are the same in every process with these keys, and others for each webhook and each event', () => {
    const { shown } = secrets().of('hook', 'event1');
    expect(secrets().of('hook', 'event1').shown).toEqual(shown);
    const others = [
      secrets().of('hook', 'event2'),
      secrets().of('hook2', 'event1'),
      new WebhookSecrets(new ServiceKeys(join(folder, 'other'))).of('hook', 'event1'),
    ];
    const all = [shown, ...others.map((other) => other.shown)];
    expect(new Set(all.map(({ secret }) => secret)).size).toBe(4);
    expect(new Set(all.map(({ publicKey }) => publicKey)).size).toBe(4);
  });

  it('are told as Standard Webhooks has them: 32 bytes each, the key as its public half', () => {
    const { secret, privateKey, shown } = secrets().of('hook', 'event1');
    expect(shown.secret).toBe(`whsec_${secret.toString('base64')}`);
    const x = Buffer.from(shown.publicKey.replace('whpk_', ''), 'base64');
    expect([secret.length, x.length]).toEqual([32, 32]);
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: x.toString('base64url') };
    const signed = Buffer.from('message');
    const isOf = verify(
      null,
      signed,
      createPublicKey({ key: jwk, format: 'jwk' }),
      sign(null, signed, privateKey),
    );
    expect(isOf).toBe(true);
  });

  it('rest on one key, which is for its user only', () => {
    secrets().of('hook', 'event1');
    expect((statSync(join(folder, 'webhooks.key')).mode & 0o777).toString(8)).toBe('600');
  });
});
