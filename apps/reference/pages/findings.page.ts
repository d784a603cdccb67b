import type { SchemaWords } from '../schema-words';
import { code, table } from './markdown';
import type { Page } from './page';
import { pageOf } from './page';

export function findingsPage(words: SchemaWords): Page {
  return pageOf(
    {
      file: 'findings.md',
      title: 'Findings',
      about: 'The auditors’ questions that the query `findings` answers.',
    },
    [
      table(
        ['kind', 'question'],
        words.valuesOf('FindingKind').map(({ name, description }) => [code(name), description]),
      ),
    ],
  );
}
