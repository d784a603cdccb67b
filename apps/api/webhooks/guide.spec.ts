import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signatureHeaders } from '#webhooks';

const GUIDE = join(__dirname, '../../../docs/webhooks.md');

type Verify = (headers: object, body: string, secret: string) => unknown;

describe('The example of the guide', () => {
  const folder = mkdtempSync(join(tmpdir(), 'four-good-guide-'));
  const secret = randomBytes(32);
  const text = `whsec_${secret.toString('base64')}`;
  const keys = { secret, privateKey: generateKeyPairSync('ed25519').privateKey };
  let verify: Verify;

  beforeAll(async () => {
    const [, example = ''] = /```js\n(.*?)```/s.exec(readFileSync(GUIDE, 'utf8')) ?? [];
    const file = join(folder, 'verify.mjs');
    writeFileSync(file, example);
    ({ verify } = (await import(file)) as { verify: Verify });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const body = '{"số":1}';
  const sent = (ago = 0) =>
    signatureHeaders({ id: 'event1', timestamp: Math.floor(Date.now() / 1_000) - ago, body }, [
      keys,
      { ...keys, secret: randomBytes(32) },
    ]);

  it('takes what was signed with the secret just now', () => {
    expect(verify(sent(), body, text)).toEqual({ số: 1 });
  });

  it('refuses what was changed, is old, or signed by somebody else', () => {
    expect(() => verify(sent(), `${body} `, text)).toThrow('Not signed');
    expect(() => verify(sent(600), body, text)).toThrow('Not sent just now');
    const other = `whsec_${randomBytes(32).toString('base64')}`;
    expect(() => verify(sent(), body, other)).toThrow('Not signed');
  });
});
