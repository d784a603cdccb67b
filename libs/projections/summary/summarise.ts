import type { DomainEvent, FactCorrected, RecordedType } from '#domain';
import { ofAssessments, ofReviews } from './assessment.summary';
import { ofCases } from './case.summary';
import { ofMembers, ofOrganisations } from './organisation.summary';
import { ofCampaigns, ofFrameworks, ofPledges } from './programme.summary';
import { ofCorrections } from './correction.summary';
import type { Language, Sentence } from '#vocabulary';
import type { Sentences } from './sentence';
import { ofGrievances, ofMeetings, ofOrganisationYears, ofTargets } from './work.summary';

const SENTENCES: Sentences<DomainEvent | FactCorrected> = {
  ...ofOrganisations,
  ...ofMembers,
  ...ofFrameworks,
  ...ofCampaigns,
  ...ofPledges,
  ...ofTargets,
  ...ofMeetings,
  ...ofGrievances,
  ...ofCases,
  ...ofReviews,
  ...ofAssessments,
  ...ofOrganisationYears,
  ...ofCorrections,
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
