import fc from 'fast-check';
import { contextOf, decideOn, established, noCriteria, on, SOME_ACTOR } from '../testing';
import { ancestorsAt } from './ancestors';
import type { OrganisationId } from '#vocabulary';
import { startOfDay } from '#vocabulary';
import { parentAt } from './organisation.state';

const ORGANISATIONS = ['a', 'b', 'c', 'd'];
const YEARS = [2001, 2002, 2003, 2004, 2005];

describe('The tree', () => {
  it('has no circle at any time, in whatever order of time parents are recorded', () => {
    const move = fc.record({
      organisation: fc.constantFrom(...ORGANISATIONS),
      to: fc.constantFrom(...ORGANISATIONS),
      year: fc.constantFrom(...YEARS),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 14 }), (moves) => {
        const facts = ORGANISATIONS.map((organisation) => established(organisation));
        for (const { organisation, to, year } of moves) {
          const since = `${year}-01-01`;
          const decision = decideOn(
            facts,
            { type: 'ReparentOrganisation', organisation, to },
            circumstances(since),
          );
          if (decision.kind === 'decided') {
            facts.push(...decision.facts.map((fact) => on(since, fact)));
          }
        }
        for (const year of YEARS) {
          const tree = contextOf(facts, circumstances(`${year}-01-01`));
          for (const organisation of ORGANISATIONS) {
            const above = ancestorsAt(organisation, tree.effectiveAt, tree);
            expect(parentOf(above.at(-1) ?? organisation, tree)).toBeUndefined();
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

function parentOf(organisation: OrganisationId, tree: ReturnType<typeof contextOf>) {
  return parentAt(tree.organisation(organisation), tree.effectiveAt);
}

function circumstances(since: string) {
  const effectiveAt = startOfDay(since);
  return { now: effectiveAt, effectiveAt, actor: SOME_ACTOR, criteria: noCriteria };
}
