import { evaluate } from '#criteria';
import type { CriteriaFramework, Scorecard } from '#criteria';
import type { ChildSummary } from './documents';
import { mergedEvidence, ownEvidence, reportedEvidence } from './evidence';
import {
  campaignOf,
  censusDateOf,
  factsOf,
  frameworkOf,
  subtreeSteps,
} from './facts-of-year';
import type { OrganisationYear } from './facts-of-year';
import type { ScorecardFacts } from './scorecard-facts';

/** Publishes the scorecard of an organisation-year, and answers what its parents need of it. */
export async function evaluateYear(
  of: OrganisationYear,
  position: bigint,
  facts: ScorecardFacts,
): Promise<Omit<ChildSummary, 'attached'>> {
  const { organisation, year, standing, ofYear } = of;
  const ref = frameworkOf(ofYear);
  const framework = await facts.framework(ref);
  const census = censusDateOf(framework, year);
  const steps = subtreeSteps(of);
  const yearFacts = factsOf(of, census, steps);
  const scorecard = scorecardOf(framework, yearFacts);
  const campaign = campaignOf(ofYear);
  facts.publish(
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
      ...(ofYear.recognition === undefined ? {} : { recognition: ofYear.recognition }),
      scorecard,
      basedOn: position.toString(),
    },
    position,
  );
  const rating = standing.ratings[year];
  return {
    position: position.toString(),
    steps,
    evidence: reportedEvidence(
      mergedEvidence([
        ownEvidence(standing, organisation, year, `${year}-12-31`),
        ...Object.values(ofYear.children).map(({ evidence }) => evidence),
      ]),
    ),
    ...(ofYear.recognition === undefined ? {} : { recognition: ofYear.recognition }),
    ...(rating === undefined ? {} : { rating }),
  };
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
      exempted,
      suspended,
      leftOut: facts.subtree.leftOut,
    },
  };
}
