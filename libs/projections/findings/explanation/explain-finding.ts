import type { Language } from '#vocabulary';
import type { Finding } from '../finding.document';
import { FINDING_SENTENCES } from './sentences';

/** What a finding says, in one sentence for a person. */
export function explainFinding(
  { kind, figures }: Pick<Finding, 'kind' | 'figures'>,
  language: Language,
): string {
  return FINDING_SENTENCES[kind](figures)[language];
}
