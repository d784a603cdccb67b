import { mayActFor } from '.';

const secretary = { id: 'm00001', role: 'SECRETARY', organisation: 'k1' };

describe('A command on behalf of another', () => {
  it('is given by an operator for anybody', () => {
    const operator = { id: 'office', role: 'OPERATOR', organisation: 'local' };
    expect(mayActFor(operator, secretary)).toBe(true);
  });

  it('is given by others for somebody of their own organisation', () => {
    expect(mayActFor(secretary, { ...secretary, id: 'm00002', role: 'COMMITTEE' })).toBe(true);
    expect(mayActFor(secretary, { ...secretary, organisation: 'c1' })).toBe(false);
  });

  it('makes nobody an operator', () => {
    expect(mayActFor(secretary, { ...secretary, role: 'OPERATOR' })).toBe(false);
  });
});
