import { FINDING_QUESTIONS, FINDING_RULES } from '#projections';
import type { FindingKind } from '#projections';
import { code, ruleLink, table } from './markdown';
import type { Page } from './page';
import { pageOf } from './page';

export function findingsPage(): Page {
  const kinds = Object.keys(FINDING_QUESTIONS).toSorted() as FindingKind[];
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
        kinds.map((kind) => [code(kind), ruleLink(FINDING_RULES[kind]), FINDING_QUESTIONS[kind]]),
      ),
    ],
  );
}
