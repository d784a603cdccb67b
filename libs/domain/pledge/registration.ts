import type { CriteriaFramework } from '#vocabulary';
import { compareInstants, daysAfter, lastDayOfYear } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireMember,
  requireOrganisation,
  requireThat,
  requireYear,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { campaignClosedBy } from '../campaign/campaign.state';
import type { KnownCampaign } from '../campaign/campaign.state';
import { publishedFramework } from '../framework/framework.state';
import { isAtOrBelow } from '../organisation/ancestors';
import { organisationKindAt } from '../organisation/organisation.state';
import { isStanding } from './pledge.state';
import type { PledgeEvent, PledgeKey, PledgeState } from './pledge.state';

type OwnYear = Pick<
  Extract<PledgeEvent, { type: 'PledgeRegistered' }>['data'],
  'organisationKind' | 'closesOn'
>;

/**
 * An organisation pledges for itself, or one of its members with it. With which organisation a
 * member pledges is taken as said: offices record transfers late.
 */
export function register(
  key: PledgeKey,
  items: readonly string[],
  state: PledgeState,
  context: DecisionContext,
): Decision<PledgeEvent> {
  const campaign = context.campaign(key.campaign);
  if (campaign === undefined || campaign.status === 'UNKNOWN') {
    return refused(refusal('CAMPAIGN_UNKNOWN', { field: 'campaign' }));
  }
  const { framework } = campaign;
  const definition = publishedFramework(context.framework(framework.id), framework.version);
  return decidedUnless(
    firstRefusal(
      requireThat(!isStanding(state), 'ALREADY_EXISTS', { details: { ...key } }),
      requireYear(key.year),
      requireOrganisation(key.organisation, context),
      requireReach(key, campaign, context),
      requireThat(definition !== undefined, 'FRAMEWORK_NOT_PUBLISHED', {
        field: 'campaign',
        details: { framework },
      }),
      key.member === undefined
        ? requireOnlyPledge(key, context)
        : requireMember(key.member, context),
      requireBeforeAssessment(key, context),
    ),
    {
      type: 'PledgeRegistered',
      data: { ...key, framework, items, ...ownYear(key, definition, context) },
    },
  );
}

/** What an organisation's own pledge says of its year, so that nobody has to look it up later. */
function ownYear(
  { organisation, year, member }: PledgeKey,
  definition: CriteriaFramework | undefined,
  context: DecisionContext,
): OwnYear {
  const organisationKind = organisationKindAt(
    context.organisation(organisation),
    context.effectiveAt,
  );
  if (member !== undefined || definition === undefined || organisationKind === undefined) return {};
  const { closesAfterDays } = definition.parameters;
  return { organisationKind, closesOn: daysAfter(lastDayOfYear(year), closesAfterDays) };
}

function requireReach(
  { organisation, year }: PledgeKey,
  campaign: KnownCampaign,
  context: DecisionContext,
): Requirement {
  const { root, fromYear, toYear } = campaign;
  return firstRefusal(
    requireThat(year >= fromYear && year <= toYear, 'YEAR_OUTSIDE_CAMPAIGN', {
      field: 'year',
      details: { year, fromYear, toYear },
    }),
    requireThat(!campaignClosedBy(campaign, context.effectiveAt), 'CAMPAIGN_CLOSED', {
      field: 'campaign',
      details: { closedAt: campaign.closedAt },
    }),
    requireThat(isAtOrBelow(organisation, root, context.effectiveAt, context), 'OUTSIDE_CAMPAIGN', {
      field: 'organisation',
      details: { organisation, root },
    }),
  );
}

function requireOnlyPledge(key: PledgeKey, context: DecisionContext): Requirement {
  const others = context
    .campaignsPledged(key.organisation, key.year)
    .filter((campaign) => campaign !== key.campaign);
  return requireThat(others.length === 0, 'ALREADY_PLEDGED_UNDER_ANOTHER_CAMPAIGN', {
    field: 'campaign',
    details: { campaigns: others },
  });
}

/** Only the organisation's own pledge: members may still sign with it until the year is closed. */
export function requireBeforeAssessment(key: PledgeKey, context: DecisionContext): Requirement {
  const assessment = context.assessment(key.organisation, key.year);
  if (key.member !== undefined || assessment?.status !== 'OPENED') return undefined;
  return requireThat(
    compareInstants(context.effectiveAt, assessment.openedAt) < 0,
    'PLEDGE_AFTER_ASSESSMENT_OPENED',
    { field: 'effectiveAt', details: { openedAt: assessment.openedAt } },
  );
}
