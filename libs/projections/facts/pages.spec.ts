import { findingsProjection } from '../findings';
import { totals } from '../findings/testing';
import { BuiltAgain, corrected, recorded } from '#projection-engine/testing';

/** Reports that do not add up, each of them a finding. */
const reports = Array.from({ length: 300 }, (_, day) =>
  totals('cell', 1, 1, 3, new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)),
);

describe('the facts kept of a subject', () => {
  const built = new BuiltAgain(findingsProjection);
  afterAll(() => built.close());

  it('are put aside in pages, so that no document grows with them', async () => {
    await built.from(recorded(...reports), [7]);
    const documents = await Promise.all(
      findingsProjection.collections.map(({ name }) => built.documents<object>(name)),
    );
    const sizes = documents.flat().map((document) => JSON.stringify(document).length);
    expect(documents.flat().length).toBeGreaterThan(reports.length);
    expect(Math.max(...sizes)).toBeLessThan(40_000);
  });

  it('are the same to the byte wherever batches were cut, also when one in a page is corrected', async () => {
    const facts = recorded(...reports);
    const history = corrected(facts, facts[3]) ?? [];
    expect(history.length).toBeGreaterThan(facts.length);
    expect(await built.from(history, [7, 1, 40])).toEqual(await built.from(history));
  });

  it('heal after crashes while pages are put aside', async () => {
    const facts = recorded(...reports);
    const history = corrected(facts, facts[3]) ?? [];
    const uninterrupted = await built.from(history, [], 'without guards');
    const sizes = { before: [90], after: [30] };
    for (const deaths of [[1], [2, 5], [95, 3], [200, 1, 2]]) {
      expect(await built.fromDeaths(history, deaths, sizes)).toEqual(uninterrupted);
    }
  });
});
