import type { CampaignId, CriteriaFramework } from '#vocabulary';
import { compareInstants, daysAfter, lastDayOfYear } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import { refusal } from '../shared/refusal';
import type { Subject } from '../shared/refusal';
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
import { carriedOnBy } from '../shared/standing';
import { standingCampaigns } from './pledge.state';
import type { PledgeEvent, PledgeKey, PledgeState } from './pledge.state';

type OwnYear = Pick<
  Extract<PledgeEvent, { type: 'PledgeRegistered' }>['data'],
  'organisationKind' | 'closesOn' | 'campaignRoot'
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
    return refused(refusal('CAMPAIGN_UNKNOWN', { field: 'campaign', campaign: key.campaign }));
  }
  const { framework } = campaign;
  const standing = standingCampaigns(state);
  const definition = publishedFramework(context.framework(framework.id), framework.version);
  return decidedUnless(
    firstRefusal(
      requireThat(!standing.includes(key.campaign), 'ALREADY_EXISTS', {
        subject: pledgeSubject(key),
        details: { ...key },
      }),
      requireYear(key.year),
      requireOrganisation(key.organisation, context),
      requireReach(key, campaign, context),
      requireThat(definition !== undefined, 'FRAMEWORK_NOT_PUBLISHED', {
        field: 'campaign',
        subject: ['framework', { framework: framework.id, version: framework.version }],
        details: { framework },
      }),
      key.member === undefined
        ? requireOnlyPledge(key, standing)
        : requireMember(key.member, context),
      requireBeforeAssessment(key, context),
    ),
    {
      type: 'PledgeRegistered',
      data: { ...key, framework, items, ...ownYear(key, campaign, definition, context) },
    },
  );
}

/** What an organisation's own pledge says of its year, so that nobody has to look it up later. */
function ownYear(
  { organisation, year, member }: PledgeKey,
  { root }: KnownCampaign,
  definition: CriteriaFramework | undefined,
  context: DecisionContext,
): OwnYear {
  const organisationKind = organisationKindAt(
    context.organisation(organisation),
    context.effectiveAt,
  );
  if (member !== undefined || definition === undefined || organisationKind === undefined) return {};
  const { closesAfterDays } = definition.parameters;
  return {
    organisationKind,
    closesOn: daysAfter(lastDayOfYear(year), closesAfterDays),
    campaignRoot: carriedOnBy(root, context.effectiveAt, context),
  };
}

function requireReach(
  { organisation, year }: PledgeKey,
  campaign: KnownCampaign,
  context: DecisionContext,
): Requirement {
  const { root, fromYear, toYear } = campaign;
  const at = context.effectiveAt;
  return firstRefusal(
    requireThat(year >= fromYear && year <= toYear, 'YEAR_OUTSIDE_CAMPAIGN', {
      field: 'year',
      campaign: campaign.campaign,
      year,
      fromYear,
      toYear,
    }),
    campaignClosedBy(campaign, context.effectiveAt)
      ? refusal('CAMPAIGN_CLOSED', {
          field: 'campaign',
          campaign: campaign.campaign,
          closedAt: campaign.closedAt,
        })
      : undefined,
    // It goes on under the successor of its root.
    requireThat(
      isAtOrBelow(organisation, carriedOnBy(root, at, context), at, context),
      'OUTSIDE_CAMPAIGN',
      {
        field: 'organisation',
        organisation,
        root,
        at,
      },
    ),
  );
}

/** Members may sign with organisations of several campaigns; an organisation pledges under one. */
function requireOnlyPledge(key: PledgeKey, standing: readonly CampaignId[]): Requirement {
  const others = standing.filter((campaign) => campaign !== key.campaign);
  return requireThat(others.length === 0, 'ALREADY_PLEDGED_UNDER_ANOTHER_CAMPAIGN', {
    field: 'campaign',
    organisation: key.organisation,
    year: key.year,
    campaigns: others,
  });
}

/** Only the organisation's own pledge: members may still sign with it until the year is closed. */
export function requireBeforeAssessment(key: PledgeKey, context: DecisionContext): Requirement {
  const assessment = context.assessment(key.organisation, key.year);
  if (key.member !== undefined || assessment?.status !== 'OPENED') return undefined;
  return requireThat(
    compareInstants(context.effectiveAt, assessment.openedAt) < 0,
    'PLEDGE_AFTER_ASSESSMENT_OPENED',
    {
      field: 'effectiveAt',
      organisation: key.organisation,
      year: key.year,
      openedAt: assessment.openedAt,
    },
  );
}

/** The organisation's own pledge, or that of one of its members. */
export function pledgeSubject({ organisation, year, member }: PledgeKey): Subject {
  return member === undefined
    ? ['pledge', { organisation, year }]
    : ['memberPledge', { member, year }];
}
