import type { Operator } from '#vocabulary';
import { statusOf } from './condition-status';
import { count } from './figure';
import type { GoodStatus } from './scorecard';

describe('A condition on an interval', () => {
  it.each<[number, number, Operator, number, GoodStatus]>([
    [3, 5, '>=', 3, 'MET'],
    [2, 5, '>=', 3, 'PENDING'],
    [0, 2, '>=', 3, 'FAILED'],
    [4, 5, '>', 3, 'MET'],
    [3, 5, '>', 3, 'PENDING'],
    [0, 3, '>', 3, 'FAILED'],
    [0, 3, '<=', 3, 'MET'],
    [3, 4, '<=', 3, 'PENDING'],
    [4, 5, '<=', 3, 'FAILED'],
    [0, 2, '<', 3, 'MET'],
    [2, 3, '<', 3, 'PENDING'],
    [3, 4, '<', 3, 'FAILED'],
    [3, 3, '==', 3, 'MET'],
    [2, 3, '==', 3, 'PENDING'],
    [3, 4, '==', 3, 'PENDING'],
    [4, 5, '==', 3, 'FAILED'],
    [0, 2, '==', 3, 'FAILED'],
  ])('%s … %s %s %s is %s', (low, high, op, value, status) => {
    expect(statusOf(count(low, high), op, value)).toBe(status);
  });
});
