import fc from 'fast-check';
import type { Card } from './fixtures';

/** Few values, so that they collide; some that sort differently as UTF-16 and as UTF-8. */
export const text: fc.Arbitrary<string> = fc.constantFrom(
  '',
  'a',
  'A',
  'b',
  'ab',
  'Đắk',
  'đ',
  '\uFFFD',
  '😀',
  '0012',
  '12',
);
export const documentId = fc.oneof(
  text.filter((each) => each !== ''),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
);
export const organisation: fc.Arbitrary<string> = fc.constantFrom('o1', 'o2', 'o3', 'o4', 'Đ');
export const year = fc.integer({ min: 2022, max: 2025 });
/** Beyond 2^53 too: neighbours that are equal as JavaScript numbers. */
export const position = fc.oneof(
  fc.bigInt({ min: 1n, max: 20n }),
  fc.bigInt({ min: 2n ** 62n, max: 2n ** 62n + 20n }),
);

export const cardBody: fc.Arbitrary<Card> = fc
  .record(
    {
      organisations: fc.array(organisation, { maxLength: 4 }),
      year,
      outcome: fc.option(text),
      final: fc.boolean(),
      period: fc.record({ from: text }),
      changedAt: position.map(String),
    },
    { requiredKeys: ['organisations', 'year', 'changedAt'] },
  )
  // fast-check makes records without a prototype; a document that was read has one.
  .map((body) => structuredClone(body));

export const documents: fc.Arbitrary<ReadonlyMap<string, Card>> = fc
  .uniqueArray(fc.tuple(documentId, cardBody), { selector: ([each]) => each, maxLength: 40 })
  .map((entries) => new Map(entries));
