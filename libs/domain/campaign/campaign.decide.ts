import { assertNever, compareInstants } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireEstablishedOrganisation,
  requireOrganisation,
  requireThat,
  requireYear,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { OrganisationId } from '#vocabulary';
import { publishedFramework } from '../framework';
import { ancestorsAt, isAtOrBelow } from '../organisation';
import type { CampaignCommand } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import { campaignClosedBy } from './campaign.state';
import type { CampaignState, KnownCampaign } from './campaign.state';

type Command<Type> = Extract<CampaignCommand, { type: Type }>;
type Ruling = Decision<CampaignEvent>;

export function decideCampaign(
  command: CampaignCommand,
  state: CampaignState,
  context: DecisionContext,
): Ruling {
  if (command.type === 'LaunchCampaign') return launch(command, state, context);
  if (state.status === 'UNKNOWN') {
    return refused(refusal('CAMPAIGN_UNKNOWN', { field: 'campaign' }));
  }
  const { campaign, root } = state;
  switch (command.type) {
    case 'DesignatePilot':
      return designatePilot(command, state, context);
    case 'RollOutCampaign':
      return decidedUnless(
        firstRefusal(
          requireThat(state.rolledOutAt === undefined, 'ALREADY_SO', { field: 'campaign' }),
          requireLaunched(state, context),
          requireNotClosed(state, context),
        ),
        { type: 'CampaignRolledOut', data: { campaign, root } },
      );
    case 'CloseCampaign':
      return decidedUnless(
        firstRefusal(
          requireThat(state.closedAt === undefined, 'CAMPAIGN_CLOSED', { field: 'campaign' }),
          requireLaunched(state, context),
        ),
        { type: 'CampaignClosed', data: { campaign, root } },
      );
    default:
      return assertNever(command);
  }
}

function launch(
  command: Command<'LaunchCampaign'>,
  state: CampaignState,
  context: DecisionContext,
): Ruling {
  const { campaign, framework, root, fromYear, toYear } = command;
  const published = publishedFramework(context.framework(framework.id), framework.version);
  return decidedUnless(
    firstRefusal(
      requireThat(state.status === 'UNKNOWN', 'ALREADY_EXISTS', { field: 'campaign' }),
      requireOrganisation(root, context, 'root'),
      requireYear(fromYear, 'fromYear'),
      requireYear(toYear, 'toYear'),
      requireThat(fromYear <= toYear, 'VALUE_INVALID', { field: 'toYear' }),
      requireThat(published !== undefined, 'FRAMEWORK_NOT_PUBLISHED', {
        field: 'framework',
        details: { framework },
      }),
    ),
    { type: 'CampaignLaunched', data: { campaign, framework, root, fromYear, toYear } },
  );
}

function designatePilot(
  { campaign, organisation, chosenBy }: Command<'DesignatePilot'>,
  state: KnownCampaign,
  context: DecisionContext,
): Ruling {
  const within = isAtOrBelow(organisation, state.root, context.effectiveAt, context);
  return decidedUnless(
    firstRefusal(
      requireNotClosed(state, context),
      requireOrganisation(organisation, context),
      requireThat(within, 'OUTSIDE_CAMPAIGN', {
        field: 'organisation',
        details: { organisation, root: state.root },
      }),
      chosenBy === undefined ? undefined : requireChooser(chosenBy, organisation, state, context),
      requireThat(!state.pilots.includes(organisation), 'ALREADY_SO', { field: 'organisation' }),
    ),
    {
      type: 'PilotDesignated',
      data: { campaign, organisation, ...(chosenBy === undefined ? {} : { chosenBy }) },
    },
  );
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
      details: { chosenBy, organisation: pilot, root },
    }),
  );
}

function requireLaunched(state: KnownCampaign, context: DecisionContext): Requirement {
  const launched = compareInstants(context.effectiveAt, state.launchedAt) >= 0;
  return requireThat(launched, 'NOT_IN_THIS_STATE', {
    field: 'effectiveAt',
    details: { launchedAt: state.launchedAt },
  });
}

function requireNotClosed(state: KnownCampaign, context: DecisionContext): Requirement {
  return requireThat(!campaignClosedBy(state, context.effectiveAt), 'CAMPAIGN_CLOSED', {
    field: 'campaign',
    details: { closedAt: state.closedAt },
  });
}
