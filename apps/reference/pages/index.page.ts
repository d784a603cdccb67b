import type { Page } from './page';
import { pageOf } from './page';

export function indexPage(pages: readonly Page[]): Page {
  return pageOf(
    {
      file: 'README.md',
      title: 'Reference',
      about: 'What the code says of itself; a test keeps these pages as they are written by it.',
    },
    [
      pages.map(({ file, title, about }) => `- [${title}](${file}): ${about}`).join('\n'),
      'What each type and field of the interface means is told in [schema.graphql](../../schema.graphql); what holds for all of it, in [docs/api.md](../api.md).',
    ],
  );
}
