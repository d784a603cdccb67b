import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFramework } from './parse-framework';
import { unfilledConditions } from './unfilled-conditions';

const PRESETS = join(__dirname, '../../../frameworks');

describe('The presets', () => {
  it.each(readdirSync(PRESETS))('%s is a framework that can be published', (file) => {
    const parsing = parseFramework(JSON.parse(readFileSync(join(PRESETS, file), 'utf8')));

    expect(parsing).toMatchObject({ ok: true, framework: { id: file.replace('.json', '') } });
    expect(parsing.ok && unfilledConditions(parsing.framework)).toEqual([]);
  });

  it('Mỹ Long asks 100 % of a cell and 90 % of a committee, and closes a year after 31 days', () => {
    const file = join(PRESETS, 'an-giang-long-xuyen-my-long.json');
    const parsing = parseFramework(JSON.parse(readFileSync(file, 'utf8')));
    const shares = parsing.ok
      ? parsing.framework.profiles.map(({ goods }) =>
          goods
            .flatMap(({ conditions }) => conditions)
            .map(
              (condition) =>
                condition.id === 'members-good' && 'value' in condition && condition.value,
            )
            .find((value) => value !== false),
        )
      : [];

    expect(shares).toEqual([1, 0.9]);
    expect(parsing).toMatchObject({ framework: { parameters: { closesAfterDays: 31 } } });
  });
});
