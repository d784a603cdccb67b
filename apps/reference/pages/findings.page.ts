import { FINDING_RULES } from '#projections';
import type { FindingKind } from '#projections';
import type { SchemaWords } from '../schema-words';
import { code, ruleLink, table } from './markdown';
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
      'A finding accuses nobody: it says where somebody has to look, with the events behind it. It is there as long as what is recorded gives that answer, and is gone when a later fact or a correction gives another.',
      table(
        ['kind', 'rule', 'question'],
        words
          .valuesOf('FindingKind')
          .map(({ name, description }) => [code(name), ruleOf(name), description]),
      ),
    ],
  );
}

function ruleOf(kind: string): string {
  const rule = isFindingKind(kind) ? FINDING_RULES[kind] : null;
  return ruleLink(rule);
}

function isFindingKind(name: string): name is FindingKind {
  return Object.hasOwn(FINDING_RULES, name);
}
