import fc from 'fast-check';

/** All planes, controls, halves of pairs, marks of their own, lengths: whatever can be sent or stored. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom('khóm-9'.normalize('NFD'), 'x\0y', 'a\r\nb', '\u2028', '\ufeffx', '%', '$a', '.'),
  fc.nat({ max: 600 }).map((length) => 'ễ'.repeat(length)),
);

/** How many texts the suites of texts try: many where there is time for it. */
export function numberOfTexts(usually: number): number {
  return Number(process.env.ANY_TEXTS ?? usually);
}
