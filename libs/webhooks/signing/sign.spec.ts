import { createPublicKey, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { runs } from '#vocabulary/testing';
import { signatureHeaders } from './sign';
import type { SigningKeys } from './sign';

const newKeys = (): SigningKeys => ({
  secret: randomBytes(32),
  privateKey: generateKeyPairSync('ed25519').privateKey,
});

describe('Signatures', () => {
  const [current, previous, strange] = [newKeys(), newKeys(), newKeys()];
  const now = () => Math.floor(Date.now() / 1_000);
  const verified = ({ secret }: SigningKeys, body: string, headers: Record<string, string>) =>
    new Webhook(secret.toString('base64')).verify(body, headers);

  it('are those of Standard Webhooks, whatever is signed, under the secret of now and of before', () => {
    fc.assert(
      fc.property(fc.json(), fc.uuid(), (body, id) => {
        const message = { id, timestamp: now(), body };
        const headers = { ...signatureHeaders(message, [current, previous]) };
        for (const keys of [current, previous]) {
          expect(verified(keys, body, headers)).toEqual(JSON.parse(body));
        }
        expect(() => verified(strange, body, headers)).toThrow('No matching signature');
        expect(() => verified(current, `${body} `, headers)).toThrow('No matching signature');
      }),
      { numRuns: runs(20) },
    );
  });

  it('can be checked with the public key alone', () => {
    const message = { id: 'event1', timestamp: now(), body: '{}' };
    const signatures = signatureHeaders(message, [current])['webhook-signature']?.split(' ') ?? [];
    const asymmetric = signatures.find((signature) => signature.startsWith('v1a,')) ?? '';
    const signed = Buffer.from(`event1.${message.timestamp}.{}`);
    const isOf = ({ privateKey }: SigningKeys) =>
      verify(
        null,
        signed,
        createPublicKey(privateKey),
        Buffer.from(asymmetric.slice('v1a,'.length), 'base64'),
      );
    expect([isOf(current), isOf(previous)]).toEqual([true, false]);
  });
});
