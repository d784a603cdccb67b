import { contradicts } from './contradiction';
import { share } from './figure';
import type { ConditionStatus, Interval, Outcome, Scorecard } from './scorecard';

function scorecard(
  status: ConditionStatus,
  interval: Interval | undefined,
  outcome: Outcome = 'ELIGIBLE',
): Scorecard {
  return {
    outcome,
    goods: [
      {
        code: 'CADRES_MEMBERS',
        label: { vi: 'Cán bộ, đảng viên tốt', en: 'Good cadres and members' },
        status: 'MET',
        conditions: [
          {
            id: 'rated-good',
            label: { vi: 'Xếp loại', en: 'Ratings' },
            kind: 'HARD',
            status,
            ...(interval === undefined ? {} : { interval }),
            evidence: [],
            notes: [],
          },
        ],
      },
    ],
    failedRules: [],
    members: {
      rateable: 30,
      rated: 30,
      byLevel: { EXCELLENT: 0, GOOD: 30, COMPLETED: 0, FAILED: 0 },
      exempted: 0,
      suspended: 0,
      leftOut: [],
    },
  };
}

describe('An earlier scorecard', () => {
  it.each<[string, Scorecard, Scorecard]>([
    ['says the same', scorecard('MET', share(27, 27, 30)), scorecard('MET', share(27, 27, 30))],
    [
      'left open what became known',
      scorecard('MET', share(27, 30, 30)),
      scorecard('MET', share(28, 28, 30)),
    ],
    [
      'is told of other members with the same share',
      scorecard('MET', share(9, 9, 10)),
      scorecard('MET', share(27, 27, 30)),
    ],
    [
      'was pending on a case that came to nothing',
      scorecard('PENDING', share(0, 1, 1), 'PENDING'),
      scorecard('MET', share(0, 0, 1)),
    ],
  ])('is not contradicted where it %s', (_, earlier, later) => {
    expect(contradicts(earlier, later)).toBe(false);
  });

  it.each<[string, Scorecard, Scorecard]>([
    [
      'a figure that it had ruled out, though the condition is still met',
      scorecard('MET', share(29, 29, 30)),
      scorecard('MET', share(28, 28, 30)),
    ],
    [
      'a better figure that it had ruled out',
      scorecard('MET', share(28, 28, 30)),
      scorecard('MET', share(29, 29, 30)),
    ],
    [
      'an open case where there was none',
      scorecard('MET', share(0, 0, 1)),
      scorecard('PENDING', share(0, 1, 1), 'PENDING'),
    ],
    [
      'an appraisal that is gone',
      scorecard('MET', undefined),
      scorecard('PENDING', undefined, 'PENDING'),
    ],
    [
      'an outcome that is worse for another reason',
      scorecard('MET', undefined),
      scorecard('MET', undefined, 'NOT_ELIGIBLE'),
    ],
  ])('is contradicted by %s', (_, earlier, later) => {
    expect(contradicts(earlier, later)).toBe(true);
  });
});
