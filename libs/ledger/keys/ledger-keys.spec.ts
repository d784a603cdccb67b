import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerKeys } from '.';

const ORIGIN = 'four-good.test/log';
const DAY_MS = 24 * 60 * 60 * 1_000;

describe('Keys of a ledger', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-keys-'));
  let now = Date.parse('2025-01-01T00:00:00Z');
  const keys = () => new LedgerKeys(folder, () => new Date(now));
  const signing = () =>
    keys()
      .signers(ORIGIN)
      .map(({ verifierKey }) => verifierKey.text);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are made once, for their owner alone', () => {
    expect(keys().exist).toBe(false);
    const [first] = signing();
    expect(signing()).toEqual([first]);
    expect(keys().published()).toEqual([{ key: first, origin: ORIGIN, from: 0 }]);
    expect(statSync(join(folder, 'ledger-1.pem')).mode & 0o777).toBe(0o600);
  });

  it('follow one another: both sign for thirty days, and both stay published', () => {
    const [first] = signing();
    keys().rotate(ORIGIN, 900);
    const [, second] = signing();
    expect(signing()).toEqual([first, second]);
    const published = [
      { key: first, origin: ORIGIN, from: 0, to: 900 },
      { key: second, origin: ORIGIN, from: 900 },
    ];
    expect(keys().published()).toEqual(published);
    now += 31 * DAY_MS;
    expect(signing()).toEqual([second]);
    expect(keys().published()).toEqual(published);
  });

  it('are each of one tree: another one has its own', () => {
    const before = signing();
    const [other] = keys().signers(`${ORIGIN}/2`);
    expect(other?.verifierKey.name).toBe(`${ORIGIN}/2`);
    expect(before).not.toContain(other?.verifierKey.text);
    expect(signing()).toEqual(before);
    expect(keys().published().at(-1)).toMatchObject({ origin: `${ORIGIN}/2`, from: 0 });
  });
});
