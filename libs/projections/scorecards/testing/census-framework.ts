import type { CriteriaFramework } from '#vocabulary';
import { frameworkWith } from './framework';

const label = { vi: 'Điều kiện mẫu', en: 'Sample condition' };

/** Nine of ten members rated well, and every cell recognised; counted on this date (`MM-DD`). */
export function censusFramework(id: string, censusDate: string): CriteriaFramework {
  return frameworkWith(
    id,
    [
      {
        id: 'good-members',
        kind: 'HARD',
        label,
        metric: 'members.ratedAtLeastShare',
        params: { level: 'GOOD' },
        op: '>=',
        value: 0.9,
      },
      {
        id: 'recognised-cells',
        kind: 'HARD',
        label,
        metric: 'children.recognisedShare',
        op: '>=',
        value: 1,
      },
    ],
    { censusDate },
  );
}
