import { PROBLEM_CODES } from '#criteria';
import { REFUSALS } from '#domain';
import type { RefusalKind } from '#domain';
import { code, codes, ruleLink, table } from './markdown';
import type { Page } from './page';
import { pageOf } from './page';

export function refusalsPage(): Page {
  const kinds: readonly (readonly [string, RefusalKind])[] = Object.entries(REFUSALS);
  return pageOf(
    {
      file: 'refusals.md',
      title: 'Refusals',
      about: 'Why a command is refused although it is well formed.',
    },
    [
      'The answer is the error `RULE_VIOLATED`. Its `refusal` is one of these codes, its `rule` the rule of the handbook where there is one and the code again where there is none; `field` names the input, `details` what it is about. Nothing was recorded.',
      table(
        ['code', 'rule', 'what it says'],
        kinds.map(([name, { rule, message }]) => [code(name), ruleLink(rule), message.en]),
      ),
      '## What is wrong with a definition',
      `\`FRAMEWORK_INVALID\` and \`FRAMEWORK_WEAKENS_BASE\` list in \`details\` every value that is wrong: its \`path\`, a \`message\`, and a \`code\`, one of ${codes(PROBLEM_CODES)}.`,
    ],
  );
}
