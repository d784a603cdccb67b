import fc from 'fast-check';
import { canonicalText } from '#vocabulary';
import { COMMANDS } from '../commands';
import type { Field, Fields } from './field';
import { firstBrokenText } from './texts';

/** Where a command has a text: its field, and what a command with this text there looks like. */
interface Place<Whole = unknown> {
  readonly field: string;
  readonly with: (text: string) => Whole;
}

/** Every place of a text in a field, whatever surrounds it being as it should. */
function placesIn(field: Field, path: string): readonly Place[] {
  switch (field.kind) {
    case 'id':
    case 'code':
      return [{ field: path, with: (text) => text }];
    case 'text':
    case 'json':
      return [{ field: path, with: (text) => text }];
    case 'list':
      return placesIn(field.items, `${path}.1`).map((place) => ({
        ...place,
        with: (text) => [place.with('fine'), place.with(text)],
      }));
    case 'record':
      return [
        ...placesIn(field.values, `${path}.A`).map((place) => ({
          ...place,
          with: (text: string) => ({ A: place.with(text) }),
        })),
        { field: path, with: (text) => ({ [text]: '1' }) },
      ];
    case 'nested':
      return placesOf(field.fields, `${path}.`);
    default:
      return [];
  }
}

function placesOf(fields: Fields, within = ''): readonly Place<object>[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    placesIn(field, within + name).map((place) => ({
      ...place,
      with: (text: string) => ({ [name]: place.with(text) }),
    })),
  );
}

const everyPlace = [...COMMANDS].flatMap(([type, { fields }]) =>
  placesOf(fields).map((place) => ({ type, fields, ...place })),
);

/** What no store, no file and no screen is sure to keep. */
const unfit = fc
  .tuple(
    fc.string({ maxLength: 5 }),
    fc.constantFrom('\0', '\u0007', '\u001b[31m', '\u0085', '\u007f', '\ud800', '\udfff', '\t'),
    fc.string({ maxLength: 5 }),
  )
  .map((parts) => canonicalText(parts.join('')));

/** Of all planes: letters with marks, ideographs, emoji. */
const fit = fc
  .array(fc.constantFrom('chi', 'bộ', 'khóm', '9', 'đ', '会', '𠀀', '👍🏽', 'e\u0301', '-'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => canonicalText(parts.join('')));

describe('the texts of a command', () => {
  it.each(everyPlace.map((place) => [place.type, place.field, place] as const))(
    'are looked at: %s, %s',
    (_type, _field, place) => {
      fc.assert(
        fc.property(unfit, (text) => {
          const broken = firstBrokenText(place.fields, place.with(text));
          expect(broken?.field.startsWith(place.field)).toBe(true);
        }),
        { numRuns: 20 },
      );
      fc.assert(
        fc.property(fit, (text) => {
          expect(firstBrokenText(place.fields, place.with(text))).toBeUndefined();
        }),
        { numRuns: 20 },
      );
      const tooLong = firstBrokenText(place.fields, place.with('x'.repeat(20_001)));
      expect(tooLong).toMatchObject({ rule: 'LENGTH' });
    },
  );

  it.each([
    ['a blank', 'm 1'],
    ['a line break', 'm\n1'],
    ['nothing', ''],
    ['a mark that is not seen', 'm\u200b1'],
  ])('refuse an id with %s', (_, member) => {
    const { fields } = COMMANDS.get('AdmitMember') ?? { fields: {} };
    expect(firstBrokenText(fields, { member })).toMatchObject({ field: 'member' });
  });

  it('let a name have several lines, a number one', () => {
    const rename = COMMANDS.get('RenameOrganisation')?.fields ?? {};
    const grant = COMMANDS.get('GrantRecognition')?.fields ?? {};
    expect(firstBrokenText(rename, { name: 'Chi bộ khóm 9\n(khu Đông)' })).toBeUndefined();
    expect(firstBrokenText(grant, { number: '12\nQĐ' })).toEqual({
      field: 'number',
      rule: 'ONE_LINE',
    });
  });

  it('bound how deeply free JSON is nested', () => {
    const { fields } = COMMANDS.get('DraftFramework') ?? { fields: {} };
    const nested = (levels: number): object =>
      Array.from({ length: levels }).reduce<object>((within) => ({ within }), {});
    expect(firstBrokenText(fields, { definition: nested(20) })).toBeUndefined();
    expect(firstBrokenText(fields, { definition: nested(100_000) })).toEqual({
      field: 'definition',
      rule: 'NESTING',
    });
  });
});
