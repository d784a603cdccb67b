import type { Actor } from '#vocabulary';
import { contextOf, noCriteria, someTree } from '../testing';
import { requireMayCorrect } from './may-correct';

/* `superior` above the committee `c1`, its cells `k1` and `k2` below it. */
const signal = { data: { case: 'v1', organisation: 'k1', member: 'm00001', source: 'PRESS' } };
const meeting = { data: { meeting: 'meeting1', organisation: 'k1', year: 2024 } };

const as = (role: string, organisation: string, id = 'm00009'): Actor => ({
  id,
  role,
  organisation,
});

function mayCorrect(actor: Actor, fact: { readonly data: object }, recordedBy: Actor): boolean {
  const now = '2025-01-01T00:00:00+07:00';
  const tree = contextOf(someTree(), { now, effectiveAt: now, actor, criteria: noCriteria });
  return requireMayCorrect(fact, recordedBy, tree) === undefined;
}

describe('A fact is corrected', () => {
  const secretary = as('SECRETARY', 'k1');
  const commission = as('INSPECTION_COMMISSION', 'c1');

  it('by the body that recorded it, and by those above', () => {
    expect(mayCorrect(secretary, meeting, secretary)).toBe(true);
    expect(mayCorrect(as('SECRETARY', 'k1', 'm00008'), meeting, secretary)).toBe(true);
    expect(mayCorrect(as('SUPERIOR_COMMITTEE', 'c1'), meeting, secretary)).toBe(true);
    expect(mayCorrect(as('STANDING_BOARD', 'superior'), meeting, secretary)).toBe(true);
  });

  it('by nobody beside or below', () => {
    expect(mayCorrect(as('SECRETARY', 'k2'), meeting, secretary)).toBe(false);
    expect(mayCorrect(secretary, signal, commission)).toBe(false);
    expect(mayCorrect(commission, signal, commission)).toBe(true);
  });

  it('never by the member it is about', () => {
    expect(mayCorrect(as('INSPECTION_COMMISSION', 'c1', 'm00001'), signal, commission)).toBe(false);
  });

  it('by the commission alone, where a body inspected itself', () => {
    const ofItself = { data: { case: 'v2', organisation: 'c1' } };
    expect(mayCorrect(as('SECRETARY', 'c1'), ofItself, commission)).toBe(false);
    expect(mayCorrect(as('INSPECTION_COMMISSION', 'c1'), ofItself, commission)).toBe(true);
    expect(mayCorrect(as('STANDING_BOARD', 'superior'), ofItself, commission)).toBe(true);
  });

  it('by a body above whom it is about, where no body recorded it', () => {
    for (const nobody of [as('OPERATOR', 'k1'), as('PROCESS', 'k1')]) {
      expect(mayCorrect(secretary, meeting, nobody)).toBe(false);
      expect(mayCorrect(as('SUPERIOR_COMMITTEE', 'c1'), meeting, nobody)).toBe(true);
    }
  });

  it('by an operator, whoever recorded it', () => {
    expect(mayCorrect(as('OPERATOR', 'elsewhere'), signal, commission)).toBe(true);
  });
});
