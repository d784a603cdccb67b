import { localDateOf } from '#domain';
import type { LocalDate } from '#domain';
import type { CriteriaFramework } from '#criteria';
import type { RecognitionDocument } from './recognition.document';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The last date on which the decision could be published in time, by the framework version it
 * was taken under; `undefined` when nothing has to be published, or not by any date.
 */
export function publicationDueOn(
  document: Pick<RecognitionDocument, 'decisions'>,
  framework: Pick<CriteriaFramework, 'parameters'>,
): LocalDate | undefined {
  const decision = document.decisions.at(-1);
  const { publicationDueDays } = framework.parameters;
  if (decision?.outcome !== 'GRANTED' || publicationDueDays === null) return undefined;
  const decidedOn = Date.parse(localDateOf(decision.decided.effectiveAt));
  return new Date(decidedOn + publicationDueDays * DAY_MS).toISOString().slice(0, 10);
}
