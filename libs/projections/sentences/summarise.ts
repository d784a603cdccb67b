import type { DomainEvent, FactCorrected, RecordedType } from '#domain';
import type { Language, Sentence } from '#vocabulary';
import { assessmentSentences } from './assessment';
import { campaignSentences } from './campaign';
import { caseSentences } from './case';
import { correctionSentences } from './correction';
import { frameworkSentences } from './framework';
import { grantSentences } from './grant';
import { grievanceSentences } from './grievance';
import { ledgerSentences } from './ledger';
import { meetingSentences } from './meeting';
import { memberSentences } from './member';
import { organisationSentences } from './organisation';
import { organisationYearSentences } from './organisation-year';
import { pledgeSentences } from './pledge';
import { reviewSentences } from './review';
import { targetSentences } from './target';
import { webhookSentences } from './webhook';
import type { Sentences } from './sentence';

const SENTENCES: Sentences<DomainEvent | FactCorrected> = {
  ...organisationSentences,
  ...memberSentences,
  ...frameworkSentences,
  ...campaignSentences,
  ...pledgeSentences,
  ...targetSentences,
  ...meetingSentences,
  ...grievanceSentences,
  ...caseSentences,
  ...reviewSentences,
  ...assessmentSentences,
  ...organisationYearSentences,
  ...grantSentences,
  ...webhookSentences,
  ...ledgerSentences,
  ...correctionSentences,
};

/**
 * What happened, in one sentence for people. Names people by their pseudonymous ids only.
 *
 * `data` is what an event of that `type` holds: of an event of the log, or of the timeline.
 */
export function summarise(
  event: { readonly type: RecordedType; readonly data: object },
  language: Language,
): string {
  const sentence = SENTENCES[event.type] as (data: object) => Sentence;
  return sentence(event.data)[language];
}
