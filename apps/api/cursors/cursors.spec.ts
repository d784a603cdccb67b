import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ServiceKeys } from '../keys';
import { Cursors } from '.';

const LIST = 'scorecards:{"year":2024}';

describe('a cursor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cursors-'));
  const cursors = new Cursors(new ServiceKeys(folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
    fc.boolean(),
    fc.constant(null),
  );

  it('comes back as the place that it was written for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(value), (id, key) => {
        expect(cursors.read(cursors.write({ id, key }, LIST), LIST)).toEqual({ id, key });
      }),
    );
  });

  it('is refused for another list', () => {
    const text = cursors.write({ id: 'a', key: [1] }, LIST);

    expect(cursors.read(text, 'scorecards:{"year":2025}')).toBeUndefined();
  });

  it('is refused when any character of it is changed, added or missing', () => {
    const text = cursors.write({ id: 'cell-1', key: [2024, 'cell-1'] }, LIST);
    const anywhere = fc.nat(text.length - 1);

    fc.assert(
      fc.property(anywhere, fc.string({ maxLength: 2 }), (at, other) => {
        const damaged = text.slice(0, at) + other + text.slice(at + 1);
        fc.pre(damaged !== text);
        expect(cursors.read(damaged, LIST)).toBeUndefined();
      }),
    );
  });

  it('is refused under the key of another service', () => {
    const other = mkdtempSync(join(tmpdir(), 'cursors-'));
    const text = new Cursors(new ServiceKeys(other)).write({ id: 'a', key: [] }, LIST);
    rmSync(other, { recursive: true, force: true });

    expect(cursors.read(text, LIST)).toBeUndefined();
  });

  it('stays valid when the service starts again', () => {
    const text = cursors.write({ id: 'a', key: [] }, LIST);

    expect(new Cursors(new ServiceKeys(folder)).read(text, LIST)).toEqual({ id: 'a', key: [] });
  });
});
