import fc from 'fast-check';
import { givenEvent } from '#event-log/contract';
import { canonicalJson, entryOf } from '.';

describe('Canonical JSON', () => {
  it('is that of the example of RFC 8785', () => {
    const value = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`) as unknown;
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders names as RFC 8785 does', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const value = Object.fromEntries(names.map((name) => [name, 0]));
    const told = Object.keys(JSON.parse(canonicalJson(value)) as object);
    expect(told).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']);
  });

  it('is the same however a value was written, and the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        const written = JSON.stringify(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(written));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe('The entry of an event', () => {
  const event = {
    ...givenEvent(1),
    stream: 'target-1',
    revision: 5,
    recordedAt: '2024-12-31T17:00:00.000Z',
  };

  it('has the names of the contract, and neither what was said nor by whom', () => {
    const entry = entryOf(event);
    expect(Object.keys(JSON.parse(entry) as object)).toEqual([
      'data',
      'id',
      'metadata',
      'recordedAt',
      'revision',
      'schemaVersion',
      'stream',
      'type',
      'v',
    ]);
    expect(entry).not.toContain(event.metadata.actor.id);
    expect(Buffer.byteLength(entry)).toBeLessThan(2 ** 16);
  });

  it.each(['data', 'metadata'] as const)('is another one when %s is', (field) => {
    const other = { ...event, [field]: { ...(event[field] as object), more: 1 } };
    expect(entryOf(other)).not.toBe(entryOf(event));
  });
});
