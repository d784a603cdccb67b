import fc from 'fast-check';
import type { LocalDate, OrganisationId } from '#vocabulary';
import { BuiltAgain, recorded, withSomeCorrected } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { scorecardsProjection } from '..';
import {
  admittedMany,
  anyHistory,
  censusFramework,
  dissolved,
  established,
  merged,
  on,
  pledged,
  published,
} from '../testing';
import type { EvidenceModels } from './evidence.query';
import { SCORECARDS } from './keys';
import { leftOutPage } from './left-out.query';
import type { NamedLeftOut } from './left-out.query';
import type { ScorecardDocument } from './scorecard.document';

const scorecards = new BuiltAgain(scorecardsProjection);

afterAll(() => scorecards.close());

const YEAR = 2024;
/** Far more than a walk that goes on needs. */
const MOST_PAGES = 1_000;

async function namesOf(
  organisation: OrganisationId,
  limit: number,
  year = YEAR,
): Promise<readonly NamedLeftOut[]> {
  const names: NamedLeftOut[] = [];
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const after = names.at(-1)?.cursor;
    const { items, hasMore } = await leftOutPage(scorecards, {
      organisation,
      year,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    names.push(...items);
    if (!hasMore) return names;
  }
  throw new Error('The pages have no end');
}

async function membersOf(organisation: OrganisationId, limit = 2): Promise<readonly string[]> {
  return (await namesOf(organisation, limit)).map(({ member }) => member);
}

function exempted(member: string, organisation: OrganisationId, date: LocalDate): ToRecord {
  return on(date, { type: 'MemberExempted', data: { member, organisation } });
}

function suspended(member: string, organisation: OrganisationId, date: LocalDate): ToRecord {
  return on(date, { type: 'MemberSuspended', data: { member, organisation } });
}

/** A district with a ward of two cells and one cell of its own; members of each are left out, one only after midsummer. */
function district(census = 'year-end'): ToRecord[] {
  return [
    published(censusFramework('year-end', '12-31')),
    published(censusFramework('midsummer', '06-30')),
    established('district', undefined, 'SUPERIOR_COMMITTEE'),
    established('w', 'district', 'GRASSROOTS_COMMITTEE'),
    established('a', 'w'),
    established('b', 'w'),
    established('z', 'district', 'GRASSROOTS_CELL'),
    ...['a', 'b', 'z'].flatMap((cell) => admittedMany(cell, 4)),
    exempted('m-b-2', 'b', '2024-02-01'),
    exempted('m-a-3', 'a', '2024-03-01'),
    suspended('m-a-1', 'a', '2024-09-01'),
    exempted('m-z-4', 'z', '2023-05-01'),
    ...pledged('district', YEAR, census),
  ];
}

describe('the members left out of the denominator of a committee', () => {
  it('are those of all below it, with the organisation and the reason', async () => {
    await scorecards.from(recorded(...district()));
    expect(
      (await namesOf('district', 1)).map(({ organisation, member, reason }) => ({
        organisation,
        member,
        reason,
      })),
    ).toEqual([
      { organisation: 'a', member: 'm-a-3', reason: 'EXEMPTED' },
      { organisation: 'a', member: 'm-a-1', reason: 'SUSPENDED' },
      { organisation: 'b', member: 'm-b-2', reason: 'EXEMPTED' },
      { organisation: 'z', member: 'm-z-4', reason: 'EXEMPTED' },
    ]);
    expect(await membersOf('w')).toEqual(['m-a-3', 'm-a-1', 'm-b-2']);
    expect(await membersOf('a')).toEqual(['m-a-3', 'm-a-1']);
  });

  it('are those of the census date of its own framework', async () => {
    await scorecards.from(recorded(...district('midsummer')));
    expect(await membersOf('district')).toEqual(['m-a-3', 'm-b-2', 'm-z-4']);
    expect(await membersOf('a')).toEqual(['m-a-3', 'm-a-1']);
  });

  it('are named where they were, when that one ended: under its successor, or its last parent', async () => {
    await scorecards.from(
      recorded(...district(), merged('b', 'z', '2024-10-01'), dissolved('a', 'w', '2024-11-01')),
    );
    expect(await membersOf('z')).toEqual(['m-z-4', 'm-b-2']);
    expect(await membersOf('b')).toEqual([]);
    expect(await membersOf('w')).toEqual(['m-a-3', 'm-a-1']);
    expect(await membersOf('district')).toEqual(['m-a-3', 'm-a-1', 'm-z-4', 'm-b-2']);
  });

  it('go on behind the place where a page ended, whatever has happened there since', async () => {
    await scorecards.from(recorded(...district()));
    const { items } = await leftOutPage(scorecards, {
      organisation: 'district',
      year: YEAR,
      limit: 1,
    });
    const after = items[0]?.cursor;
    const resumed = on('2024-05-01', {
      type: 'MemberResumed',
      data: { member: 'm-a-3', organisation: 'a' },
    });
    await scorecards.from(
      recorded(
        ...district(),
        resumed,
        exempted('m-a-4', 'a', '2024-06-01'),
        merged('b', 'z', '2024-10-01'),
      ),
    );
    const page = { organisation: 'district', year: YEAR, limit: 10 };
    const next = await leftOutPage(scorecards, after === undefined ? page : { ...page, after });
    expect(next.items.map(({ member }) => member)).toEqual(['m-a-1', 'm-a-4', 'm-z-4', 'm-b-2']);
  });

  it('are all named, also those of a cell that its own list does not hold', async () => {
    const many = Array.from({ length: 230 }, (_, index) => index + 1);
    await scorecards.from(
      recorded(
        ...district(),
        ...admittedMany('big', 230),
        established('big', 'w'),
        ...many.map((number) => exempted(`m-big-${number}`, 'big', '2024-04-01')),
        // Not any more at the end of the year.
        ...many
          .filter((number) => number % 10 === 0)
          .map((number) =>
            on('2024-08-01', {
              type: 'MemberResumed',
              data: { member: `m-big-${number}`, organisation: 'big' },
            }),
          ),
      ),
    );
    const names = await membersOf('w', 90);
    expect(names).toHaveLength(3 + 207);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are there for as little reading as the page is long, in a district of many cells', async () => {
    const cells = Array.from({ length: 150 }, (_, index) => `k${String(index).padStart(3, '0')}`);
    await scorecards.from(
      recorded(
        ...district(),
        ...cells.flatMap((cell) => [established(cell, 'w'), ...admittedMany(cell, 2)]),
        ...cells
          .filter((_, index) => index % 2 === 0)
          .map((cell) => exempted(`m-${cell}-1`, cell, '2024-04-01')),
      ),
    );
    const read: number[] = [];
    const page = await leftOutPage(countingReads(read), {
      organisation: 'district',
      year: YEAR,
      limit: 5,
    });
    expect(page.items.map(({ member }) => member)).toEqual([
      'm-a-3',
      'm-a-1',
      'm-b-2',
      'm-k000-1',
      'm-k002-1',
    ]);
    // The framework's two; the way down, six cells at the lowest of three levels, two documents for each of their names.
    expect(read.reduce((sum, documents) => sum + documents, 0)).toBeLessThan(2 + 6 * 3 * 3);
    expect(read.length).toBeLessThan(10);
    expect(await namesOf('district', 7)).toHaveLength(4 + 75);
  });

  it('are as many as its scorecard counts, each once, however long the pages are', async () => {
    const anyFacts = fc
      .tuple(anyHistory, fc.array(fc.nat(), { maxLength: 4 }))
      .map(([facts, wrong]) => withSomeCorrected(recorded(...facts), wrong));
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.integer({ min: 1, max: 4 }), async (facts, limit) => {
        await scorecards.from(facts);
        for (const document of await scorecards.documents<ScorecardDocument>(SCORECARDS)) {
          const { organisation, year, scorecard } = document;
          const names = await namesOf(organisation, limit, year);
          const { exempted: left, suspended: out } = scorecard.members;
          expect(names.filter((one) => one.organisation === organisation)).toHaveLength(
            scorecard.members.leftOut.length,
          );
          expect(names.filter(({ reason }) => reason === 'EXEMPTED')).toHaveLength(left);
          expect(names.filter(({ reason }) => reason === 'SUSPENDED')).toHaveLength(out);
          expect(new Set(names.map(({ member }) => member)).size).toBe(names.length);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

/** The read models, noting how many documents each load asks for. */
function countingReads(read: number[]): EvidenceModels {
  return {
    async collection<D extends object>(name: string) {
      const collection = await scorecards.collection<D>(name);
      return Object.assign(Object.create(collection), {
        load: (ids: readonly string[]) => {
          read.push(ids.length);
          return collection.load(ids);
        },
      }) as typeof collection;
    },
  };
}
