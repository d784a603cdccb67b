import { evaluate, scorecardWithoutPledge } from '#criteria';
import type { Scorecard } from '#criteria';
import type { Folded } from '#projection-engine';
import type { CriteriaFramework } from '#vocabulary';
import { mergedEvidence, ownEvidence, reportedEvidence } from '../counts/evidence';
import type { EvidenceSummary } from '../counts/evidence';
import { meetingCountsBy } from '../counts/meeting-counts';
import { isOfMembers } from '../counts/count';
import { isWithin, withoutFrom } from '../counts/steps';
import type { Steps } from '../counts/steps';
import type { YearDocument } from '../facts/year.facts';
import { membersHandedOnIn } from '../tree/attachment';
import type { ChildSummary } from '../tree/child-summary';
import type { ScorecardDocuments } from '../tree/scorecard-documents';
import { factsOf } from './facts-of-year';
import type { OrganisationYear } from './facts-of-year';
import { campaignOf, censusDateOf, frameworkOf } from '../facts/framework-of-year';
import { laterFacts } from './later-facts';

/** Publishes the scorecard of an organisation-year, and answers what its parents need of it. */
export async function evaluateYear(
  subject: OrganisationYear,
  steps: Steps,
  position: bigint,
  documents: ScorecardDocuments,
  folded: Folded,
): Promise<Omit<ChildSummary, 'attached' | 'endedOn'>> {
  const { organisation, year, standing, ofYear } = subject;
  const ref = frameworkOf(ofYear);
  const framework = await documents.framework(ref);
  const census = censusDateOf(framework, year);
  const meetings = await meetingCountsBy(
    framework && ref,
    subject,
    folded.through,
    documents.workspace,
  );
  const yearFacts = factsOf(subject, meetings, census, withoutMembersOfMerged(subject, steps));
  const scorecard = scorecardOf(framework, yearFacts);
  const campaign = campaignOf(ofYear);
  await documents.publish(
    {
      organisation,
      year,
      organisationKind: yearFacts.organisation.kind,
      organisationType: yearFacts.organisation.organisationType,
      lineage: ofYear.lineage,
      ...(campaign === undefined ? {} : { campaign }),
      outcome: scorecard.outcome,
      failedRules: scorecard.failedRules,
      failedGoods: scorecard.goods
        .filter(({ status }) => status === 'FAILED')
        .map(({ code }) => code),
      ...entryOf(ofYear),
      ...(await laterFacts(subject, scorecard, documents, folded)),
      scorecard,
      basedOn: position.toString(),
    },
    position,
  );
  const rating = standing.ratings[year];
  return {
    position: position.toString(),
    steps,
    evidence: evidenceForParents(subject),
    ...entryOf(ofYear),
    ...(rating === undefined ? {} : { rating }),
  };
}

/** Members of an organisation that was merged belong to the one that carries on, from that day on. */
function withoutMembersOfMerged(
  { standing: { state }, year }: OrganisationYear,
  steps: Steps,
): Steps {
  const end = membersHandedOnIn(state, year);
  if (end === undefined) return steps;
  const newYear = `${year}-01-01`;
  return withoutFrom(steps, end > newYear ? end : newYear, isOfMembers);
}

/** As others see it. */
function entryOf({ recognition }: YearDocument): Pick<ChildSummary, 'recognition'> {
  if (recognition === undefined) return {};
  const { state, event } = recognition;
  return { recognition: { state, event } };
}

/** Which census date a parent's framework asks for is not known here: the end of the year stands for all. */
function evidenceForParents({
  year,
  ofYear,
  standingCounts,
  yearCounts,
}: OrganisationYear): EvidenceSummary {
  const endOfYear = `${year}-12-31`;
  return reportedEvidence(
    mergedEvidence([
      ownEvidence(yearCounts.evidence, standingCounts.evidence, endOfYear),
      ...Object.values(ofYear.children).flatMap(({ evidence, attached }) =>
        isWithin(attached, endOfYear) ? [evidence] : [],
      ),
    ]),
  );
}

/** Where nobody pledged there is nothing to hold it against; only its members are told. */
function scorecardOf(
  framework: CriteriaFramework | undefined,
  facts: Parameters<typeof evaluate>[1],
): Scorecard {
  if (framework !== undefined) return evaluate(framework, facts);
  const { members } = scorecardWithoutPledge(facts);
  return { outcome: 'NOT_PLEDGED', goods: [], failedRules: [], members };
}
