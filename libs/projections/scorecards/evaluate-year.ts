import { evaluate } from '#criteria';
import type { CriteriaFramework } from '#vocabulary';
import type { Scorecard } from '#criteria';
import type { Folded } from '#projection-engine';
import type { ChildSummary, YearDocument } from './documents';
import { mergedEvidence, ownEvidence, reportedEvidence } from './evidence';
import type { Evidence } from './evidence';
import { factsOf } from './facts-of-year';
import { campaignOf, censusDateOf, frameworkOf } from './framework-of-year';
import type { OrganisationYear } from './facts-of-year';
import { laterFacts } from './later-facts';
import type { ScorecardFacts } from './scorecard-facts';
import { isWithin } from './steps';
import type { Steps } from './steps';

/** Publishes the scorecard of an organisation-year, and answers what its parents need of it. */
export async function evaluateYear(
  of: OrganisationYear,
  steps: Steps,
  position: bigint,
  facts: ScorecardFacts,
  folded: Folded,
): Promise<Omit<ChildSummary, 'attached'>> {
  const { organisation, year, standing, ofYear } = of;
  const ref = frameworkOf(ofYear);
  const framework = await facts.framework(ref);
  const census = censusDateOf(framework, year);
  const yearFacts = factsOf(of, census, steps);
  const scorecard = scorecardOf(framework, yearFacts);
  const campaign = campaignOf(ofYear);
  await facts.publish(
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
      ...(await laterFacts(of, scorecard, facts, folded)),
      scorecard,
      basedOn: position.toString(),
    },
    position,
  );
  const rating = standing.ratings[year];
  return {
    position: position.toString(),
    steps,
    evidence: evidenceForParents(of),
    ...entryOf(ofYear),
    ...(rating === undefined ? {} : { rating }),
  };
}

/** As others see it. */
function entryOf({ recognition }: YearDocument): Pick<ChildSummary, 'recognition'> {
  if (recognition === undefined) return {};
  const { state, event } = recognition;
  return { recognition: { state, event } };
}

/** Which census date a parent's framework asks for is not known here: the end of the year stands for all. */
function evidenceForParents({ organisation, year, standing, ofYear }: OrganisationYear): Evidence {
  const endOfYear = `${year}-12-31`;
  return reportedEvidence(
    mergedEvidence([
      ownEvidence(standing, organisation, year, endOfYear),
      ...Object.values(ofYear.children).flatMap(({ evidence, attached }) =>
        isWithin(attached, endOfYear) ? [evidence] : [],
      ),
    ]),
  );
}

function scorecardOf(
  framework: CriteriaFramework | undefined,
  facts: Parameters<typeof evaluate>[1],
): Scorecard {
  if (framework !== undefined) return evaluate(framework, facts);
  const { rateable, rated, exempted, suspended } = facts.subtree.members;
  return {
    outcome: 'NOT_PLEDGED',
    goods: [],
    failedRules: [],
    members: {
      rateable,
      rated: Object.values(rated).reduce((sum, count) => sum + count, 0),
      byLevel: rated,
      exempted,
      suspended,
      leftOut: facts.subtree.leftOut,
    },
  };
}
