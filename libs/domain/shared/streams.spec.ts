import { STREAM_CATEGORIES } from '../registry';
import { streams } from './streams';

describe('the name of a stream', () => {
  const pledge = { campaign: 'c-1', year: 2025, organisation: 'o-1' };

  it.each(Object.keys(streams) as (keyof typeof streams)[])(
    'begins with a category that a shared store is filtered by: %s',
    (kind) => {
      const name = kind === 'pledge' ? streams.pledge(pledge) : streams[kind]('x', 2025);

      expect(STREAM_CATEGORIES.filter((category) => name.startsWith(category))).toHaveLength(1);
    },
  );
});
