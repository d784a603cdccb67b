import type { Language } from '#vocabulary';
import type { Finding } from '../../verifying/findings';
import { MEANINGS } from '../../verifying/findings';
import type { Table } from '../report';
import { tableOf } from '../table-of';
import type { ColumnOf } from '../table-of';
import { column } from './columns';

/** What `verify` found of the export: nothing of its numbers counts where something is wrong. */
export function verificationTable(findings: readonly Finding[], language: Language): Table {
  const title = { vi: 'Kiểm tra bản xuất', en: 'Verification of the export' };
  return tableOf(title, columnsIn(language), findings, language);
}

function columnsIn(language: Language): readonly ColumnOf<Finding>[] {
  return [
    column('kind', ({ kind }) => kind),
    column('sentence', ({ kind, detail }) => `${MEANINGS[kind][language]} (${detail})`),
    column('events', ({ index, event }) =>
      [...(event === null ? [] : [event]), ...(index === null ? [] : [`#${index}`])].join(' '),
    ),
  ];
}
