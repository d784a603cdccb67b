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
      '[schema.graphql](../../schema.graphql) says what each type and field of the interface means, [docs/api.md](../api.md) what holds for all of it.',
    ],
  );
}
