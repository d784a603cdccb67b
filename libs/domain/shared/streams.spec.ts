import fc from 'fast-check';
import { AGGREGATES, categoriesOf, STREAM_CATEGORIES } from '../registry';
import { categoryOf, streams } from './streams';

/** Whatever has a stream of its own. */
type Thing =
  | { readonly of: SingleKind; readonly id: string }
  | { readonly of: YearlyKind; readonly id: string; readonly year: number };

type SingleKind = (typeof SINGLE)[number];
type YearlyKind = (typeof YEARLY)[number] | 'pledge' | 'memberPledge';

const SINGLE = [
  'organisation',
  'member',
  'framework',
  'campaign',
  'meeting',
  'grievance',
  'grant',
  'case',
] as const;
const YEARLY = ['target', 'review', 'assessment', 'organisationYear'] as const;
const PLEDGES = ['pledge', 'memberPledge'] as const;

function nameOf(thing: Thing): string {
  if (!('year' in thing)) return streams[thing.of](thing.id);
  const { of, id, year } = thing;
  if (of === 'pledge') return streams.pledge({ year, organisation: id });
  if (of === 'memberPledge') return streams.pledge({ year, organisation: 'any', member: id });
  return streams[of](id, year);
}

/** Reads a name back: that it can be done is what makes names different wherever things are. */
function thingOf(name: string): Thing {
  const category = categoryOf(name);
  const rest = name.slice(category.length + 1);
  const kinds: Readonly<Record<string, YearlyKind>> = {
    pledge: 'pledge',
    'member-pledge': 'memberPledge',
    target: 'target',
    review: 'review',
    assessment: 'assessment',
    year: 'organisationYear',
  };
  const yearly = kinds[category];
  if (yearly === undefined) return { of: category as SingleKind, id: unescaped(rest) };
  const isYearFirst = yearly === 'pledge' || yearly === 'memberPledge';
  const hyphen = isYearFirst ? rest.indexOf('-') : rest.lastIndexOf('-');
  const [before, after] = [rest.slice(0, hyphen), rest.slice(hyphen + 1)];
  const [year, id] = isYearFirst ? [before, after] : [after, before];
  return { of: yearly, id: unescaped(id), year: Number(unescaped(year)) };
}

function unescaped(part: string): string {
  return part.replaceAll('%2D', '-').replaceAll('%25', '%');
}

/** Ids made of what could be taken for a boundary, an escape, or another name. */
const hostileId = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '-',
        '--',
        '%',
        '%2D',
        '%25',
        '/',
        '2024',
        'pledge',
        'pledge-',
        'member-',
        'x',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));
const year = fc.oneof(fc.integer({ min: 1900, max: 2100 }), fc.integer(), fc.constant(1e-7));
const thing: fc.Arbitrary<Thing> = fc.oneof(
  fc.record({ of: fc.constantFrom(...SINGLE), id: hostileId }),
  fc.record({ of: fc.constantFrom(...YEARLY, ...PLEDGES), id: hostileId, year }),
);

describe('the name of a stream', () => {
  it('says what it is the stream of, so that no two things share one', () => {
    fc.assert(
      fc.property(thing, (given) => {
        expect(thingOf(nameOf(given))).toEqual(given);
      }),
      { numRuns: 5_000 },
    );
  });

  it('belongs to one aggregate', () => {
    fc.assert(
      fc.property(thing, (given) => {
        const name = nameOf(given);
        const owners = AGGREGATES.filter((aggregate) =>
          categoriesOf(aggregate).includes(categoryOf(name)),
        );
        expect(owners).toHaveLength(1);
      }),
    );
  });

  it('begins with a category that a shared store is filtered by', () => {
    fc.assert(
      fc.property(thing, (given) => {
        expect(STREAM_CATEGORIES.some((category) => nameOf(given).startsWith(category))).toBe(true);
      }),
    );
  });

  it.each([
    [streams.organisation('cell-1'), 'organisation-cell-1'],
    [streams.target('cell-1', 2024), 'target-cell-1-2024'],
    [streams.pledge({ year: 2024, organisation: 'cell-1' }), 'pledge-2024-cell-1'],
    [
      streams.pledge({ year: 2024, organisation: 'cell-1', member: 'm00001' }),
      'member-pledge-2024-m00001',
    ],
    [streams.member('pledge-2024-x'), 'member-pledge%2D2024-x'],
    [streams.case('100%'), 'case-100%25'],
  ])('is %s', (name, expected) => {
    expect(name).toBe(expected);
  });
});
