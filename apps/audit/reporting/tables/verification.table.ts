import type { Language } from '#vocabulary';
import type { Finding } from '../../verifying/findings';
import { MEANINGS } from '../../verifying/findings';
import type { Table } from '../report';
import { tableOf } from '../table-of';
import type { ColumnOf } from '../table-of';

/** What `verify` found of the export: nothing of its numbers counts where something is wrong. */
export function verificationTable(findings: readonly Finding[], language: Language): Table {
  const title = { vi: 'Kiểm tra bản xuất', en: 'Verification of the export' };
  return tableOf(title, columnsIn(language), findings, language);
}

function columnsIn(language: Language): readonly ColumnOf<Finding>[] {
  return [
    {
      key: 'kind',
      label: { vi: 'Loại', en: 'Kind' },
      width: 30,
      value: ({ kind }) => kind,
    },
    {
      key: 'sentence',
      label: { vi: 'Giải thích', en: 'Explanation' },
      width: 70,
      value: ({ kind, detail }) => `${MEANINGS[kind][language]} (${detail})`,
    },
    {
      key: 'events',
      label: { vi: 'Sự kiện căn cứ', en: 'Events' },
      width: 46,
      value: ({ index, event }) =>
        [...(event === null ? [] : [event]), ...(index === null ? [] : [`#${index}`])].join(' '),
    },
  ];
}
