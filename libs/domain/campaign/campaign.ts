import { compareInstants } from '#vocabulary';
import type { CampaignId, Instant, OrganisationId } from '#vocabulary';
import { publishedFramework } from '../framework/framework.state';
import { ancestorsAt, isAtOrBelow } from '../organisation/ancestors';
import { aggregate } from '../shared/aggregate';
import { commandsAfter, commandsOn } from '../shared/command';
import type { CommandOf } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import { isKnown } from '../shared/facts';
import { field } from '../shared/field';
import { refusal } from '../shared/refusal';
import type { Refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireEstablishedOrganisation,
  requireOrganisation,
  requireThat,
  requireYear,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { SUPERIORS } from '../shared/roles';
import { ABOVE, AT_OR_ABOVE } from '../shared/standing';
import { streams } from '../shared/streams';
import { campaignClosedBy, campaignFacts } from './campaign.state';
import type { CampaignEvent, CampaignState, KnownCampaign } from './campaign.state';

const command = commandsOn<CampaignState, CampaignEvent>();
const onCampaign = commandsAfter<
  CampaignState,
  CampaignEvent,
  { readonly campaign: CampaignId },
  KnownCampaign
>((state, decide, { campaign }) =>
  isKnown(state)
    ? decide(state)
    : refused(refusal('CAMPAIGN_UNKNOWN', { field: 'campaign', campaign })),
);

const commands = {
  LaunchCampaign: command({
    fields: {
      campaign: field.campaign,
      framework: field.nested({ id: field.framework, version: field.ordinal }),
      root: field.organisation,
      fromYear: field.year,
      toYear: field.year,
    },
    authority: { roles: SUPERIORS, standing: AT_OR_ABOVE },
    decide(data, { status }, context) {
      const { framework, root, fromYear, toYear } = data;
      const published = publishedFramework(context.framework(framework.id), framework.version);
      return decidedUnless(
        firstRefusal(
          requireThat(status === 'UNKNOWN', 'ALREADY_EXISTS', {
            field: 'campaign',
            subject: ['campaign', data],
          }),
          requireOrganisation(root, context, 'root'),
          requireYear(fromYear, 'fromYear'),
          requireYear(toYear, 'toYear'),
          requireThat(fromYear <= toYear, 'VALUE_INVALID', { field: 'toYear', value: toYear }),
          requireThat(published !== undefined, 'FRAMEWORK_NOT_PUBLISHED', {
            field: 'framework',
            subject: ['framework', { framework: framework.id, version: framework.version }],
            details: { framework },
          }),
        ),
        { type: 'CampaignLaunched', data },
      );
    },
  }),
  DesignatePilot: onCampaign({
    fields: {
      campaign: field.campaign,
      organisation: field.organisation,
      chosenBy: field.optional(field.organisation),
    },
    authority: { roles: SUPERIORS, standing: ABOVE },
    decide(data, state, context) {
      const { organisation, chosenBy } = data;
      const within = isAtOrBelow(organisation, state.root, context.effectiveAt, context);
      return decidedUnless(
        firstRefusal(
          requireNotClosed(state, context),
          requireOrganisation(organisation, context),
          requireThat(within, 'OUTSIDE_CAMPAIGN', {
            field: 'organisation',
            organisation,
            root: state.root,
            at: context.effectiveAt,
          }),
          chosenBy === undefined
            ? undefined
            : requireChooser(chosenBy, organisation, state, context),
          requireThat(!state.pilots.includes(organisation), 'ALREADY_SO', {
            field: 'organisation',
            subject: ['organisation', data],
            state: 'PILOT',
          }),
        ),
        { type: 'PilotDesignated', data },
      );
    },
  }),
  RollOutCampaign: onCampaign({
    fields: { campaign: field.campaign },
    authority: { roles: SUPERIORS, standing: AT_OR_ABOVE },
    decide: (_, state, context) =>
      decidedUnless(
        firstRefusal(
          requireThat(state.rolledOutAt === undefined, 'ALREADY_SO', {
            field: 'campaign',
            subject: ['campaign', state],
            state: 'ROLLED_OUT',
          }),
          requireLaunched(state, context),
          requireNotClosed(state, context),
        ),
        { type: 'CampaignRolledOut', data: { campaign: state.campaign, root: state.root } },
      ),
  }),
  CloseCampaign: onCampaign({
    fields: { campaign: field.campaign },
    authority: { roles: SUPERIORS, standing: AT_OR_ABOVE },
    decide: (_, state, context) =>
      decidedUnless(
        firstRefusal(
          state.closedAt === undefined ? undefined : closed(state, state.closedAt),
          requireLaunched(state, context),
        ),
        { type: 'CampaignClosed', data: { campaign: state.campaign, root: state.root } },
      ),
  }),
};

type CampaignCommand = CommandOf<typeof commands>;

export const campaignAggregate = aggregate<CampaignState, CampaignEvent>()({
  category: 'campaign',
  initial: { status: 'UNKNOWN' },
  streamOf: ({ campaign }) => streams.campaign(campaign),
  about: (command, state) => ({ organisations: organisationsOf(command, state) }),
  facts: campaignFacts,
  commands,
});

function organisationsOf(
  command: CampaignCommand,
  state: CampaignState,
): readonly OrganisationId[] {
  switch (command.type) {
    case 'LaunchCampaign':
      return [command.root];
    case 'DesignatePilot':
      return [command.organisation];
    default:
      return isKnown(state) ? [state.root] : [];
  }
}

/** Whoever chose the pilot stands above it, and within the campaign. */
function requireChooser(
  chosenBy: OrganisationId,
  pilot: OrganisationId,
  { root }: KnownCampaign,
  context: DecisionContext,
): Requirement {
  const at = context.effectiveAt;
  const above = ancestorsAt(pilot, at, context).includes(chosenBy);
  return firstRefusal(
    requireEstablishedOrganisation(chosenBy, context, 'chosenBy'),
    requireThat(above && isAtOrBelow(chosenBy, root, at, context), 'DECIDED_BEYOND_AUTHORITY', {
      field: 'chosenBy',
      body: chosenBy,
      details: { chosenBy, organisation: pilot, root },
    }),
  );
}

function requireLaunched(state: KnownCampaign, context: DecisionContext): Requirement {
  const launched = compareInstants(context.effectiveAt, state.launchedAt) >= 0;
  return requireThat(launched, 'NOT_IN_THIS_STATE', {
    field: 'effectiveAt',
    subject: ['campaign', state],
    state: 'NOT_LAUNCHED',
    details: { launchedAt: state.launchedAt },
  });
}

function requireNotClosed(state: KnownCampaign, context: DecisionContext): Requirement {
  return campaignClosedBy(state, context.effectiveAt) ? closed(state, state.closedAt) : undefined;
}

function closed({ campaign }: KnownCampaign, closedAt: Instant): Refusal {
  return refusal('CAMPAIGN_CLOSED', { field: 'campaign', campaign, closedAt });
}
