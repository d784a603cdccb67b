import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceKeys } from '.';

describe('keys of the service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are made when first needed, for the owner only, and then stay', () => {
    const first = new ServiceKeys(join(folder, 'keys'));
    const [secret, signing] = [first.cursorSecret(), first.tokenSigning()];
    const again = new ServiceKeys(join(folder, 'keys'));

    expect(again.cursorSecret().equals(secret)).toBe(true);
    expect(again.tokenSigning().public.equals(signing.public)).toBe(true);
    expect(readdirSync(join(folder, 'keys')).sort()).toEqual(['cursors.key', 'token-signing.pem']);
    for (const file of readdirSync(join(folder, 'keys'))) {
      expect(statSync(join(folder, 'keys', file)).mode & 0o777).toBe(0o600);
    }
  });
});
