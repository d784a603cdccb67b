import {
  established,
  given,
  launchedCampaign,
  on,
  publishedFrame,
  someFramework,
  someTree,
} from '../testing';

const at = { effectiveAt: '2024-06-15' };
const ready = [...someTree(), ...publishedFrame()];
const launched = [...ready, launchedCampaign()];
const ofCampaign = { campaign: 'campaign', root: 'superior' };

describe('Launching a campaign', () => {
  const data = {
    campaign: 'campaign',
    framework: { id: 'frame', version: 1 },
    root: 'superior',
    fromYear: 2023,
    toYear: 2025,
  };
  const launch = { type: 'LaunchCampaign', ...data } as const;

  it('reaches a part of the tree for some years under a published framework', () => {
    given(...ready)
      .when(launch)
      .then({ type: 'CampaignLaunched', data });
  });

  it('may still be under a version that was superseded since', () => {
    given(
      ...ready,
      on('2024-01-01', {
        type: 'FrameworkSuperseded',
        data: { framework: 'frame', version: 1, by: 2 },
      }),
    )
      .when(launch)
      .then({ type: 'CampaignLaunched', data });
  });

  it('is refused under a framework that is unknown or only drafted', () => {
    const details = { framework: { id: 'frame', version: 1 } };
    given(...someTree())
      .when(launch)
      .thenRefused('FRAMEWORK_NOT_PUBLISHED', { field: 'framework', details });
    given(
      ...someTree(),
      on('2023-01-01', {
        type: 'FrameworkDrafted',
        data: { framework: 'frame', version: 1, definition: someFramework() },
      }),
    )
      .when(launch)
      .thenRefused('FRAMEWORK_NOT_PUBLISHED');
    given(...ready)
      .when({ ...launch, framework: { id: 'frame', version: 2 } })
      .thenRefused('FRAMEWORK_NOT_PUBLISHED');
  });

  it('is refused for a root that does not exist then', () => {
    given(...ready)
      .when({ ...launch, root: 'nowhere' })
      .thenRefused('ORGANISATION_UNKNOWN', { field: 'root' });
    given(...ready)
      .when(launch, { effectiveAt: '1999-12-31' })
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN', { field: 'root' });
  });

  it('is refused for years that cannot be', () => {
    given(...ready)
      .when({ ...launch, toYear: 2022 })
      .thenRefused('VALUE_INVALID', { field: 'toYear' });
    given(...ready)
      .when({ ...launch, fromYear: 23 })
      .thenRefused('VALUE_INVALID', { field: 'fromYear' });
  });

  it('happens once', () => {
    given(...launched)
      .when(launch)
      .thenRefused('ALREADY_EXISTS', { field: 'campaign' });
  });
});

describe('Designating a pilot', () => {
  const pilot = { type: 'DesignatePilot', campaign: 'campaign', organisation: 'c1' } as const;

  it('names one that the campaign reaches, and who chose it', () => {
    given(...launched)
      .when(pilot)
      .then({ type: 'PilotDesignated', data: { campaign: 'campaign', organisation: 'c1' } });
    given(...launched)
      .when({ ...pilot, organisation: 'k1', chosenBy: 'c1' })
      .then({
        type: 'PilotDesignated',
        data: { campaign: 'campaign', organisation: 'k1', chosenBy: 'c1' },
      });
  });

  it('is refused outside the reach of the campaign', () => {
    given(...launched, established('stranger'))
      .when({ ...pilot, organisation: 'stranger' })
      .thenRefused('OUTSIDE_CAMPAIGN', {
        details: { organisation: 'stranger', root: 'superior' },
      });
  });

  it('is refused for the unknown, as a pilot or as who chose it', () => {
    given(...launched)
      .when({ ...pilot, organisation: 'k9' })
      .thenRefused('ORGANISATION_UNKNOWN', { field: 'organisation' });
    given(...launched)
      .when({ ...pilot, chosenBy: 'c9' })
      .thenRefused('ORGANISATION_UNKNOWN', { field: 'chosenBy' });
  });

  it('is chosen by whoever stands above it within the campaign', () => {
    const above = on('2000-01-01', {
      type: 'OrganisationReparented',
      data: { organisation: 'superior', to: 'province' },
    });
    const wider = [...launched, established('province', 'SUPERIOR_COMMITTEE'), above];
    for (const chosenBy of ['k1', 'k2', 'province']) {
      given(...wider)
        .when({ ...pilot, organisation: 'k1', chosenBy })
        .thenRefused('DECIDED_BEYOND_AUTHORITY', { field: 'chosenBy' });
    }
    given(...wider)
      .when({ ...pilot, organisation: 'k1', chosenBy: 'superior' })
      .then({
        type: 'PilotDesignated',
        data: { campaign: 'campaign', organisation: 'k1', chosenBy: 'superior' },
      });
  });

  it('happens once for each', () => {
    given(
      ...launched,
      on('2024-01-01', {
        type: 'PilotDesignated',
        data: { campaign: 'campaign', organisation: 'c1' },
      }),
    )
      .when(pilot)
      .thenRefused('ALREADY_SO');
  });
});

describe('The course of a campaign', () => {
  const closed = on('2024-06-01', { type: 'CampaignClosed', data: ofCampaign });
  const rollOut = { type: 'RollOutCampaign', campaign: 'campaign' } as const;
  const close = { type: 'CloseCampaign', campaign: 'campaign' } as const;

  it('is rolled out and closed', () => {
    given(...launched)
      .when(rollOut)
      .then({ type: 'CampaignRolledOut', data: ofCampaign });
    given(...launched)
      .when(close)
      .then({ type: 'CampaignClosed', data: ofCampaign });
  });

  it('is refused of a campaign that is unknown', () => {
    given().when(rollOut).thenRefused('CAMPAIGN_UNKNOWN');
    given().when(close).thenRefused('CAMPAIGN_UNKNOWN');
  });

  it('goes each step once', () => {
    given(...launched, on('2024-01-01', { type: 'CampaignRolledOut', data: ofCampaign }))
      .when(rollOut, at)
      .thenRefused('ALREADY_SO');
    given(...launched, closed)
      .when(close, at)
      .thenRefused('CAMPAIGN_CLOSED');
  });

  it('does not begin before its launch', () => {
    given(...launched)
      .when(rollOut, { effectiveAt: '2023-05-30' })
      .thenRefused('NOT_IN_THIS_STATE', { field: 'effectiveAt' });
    given(...launched)
      .when(close, { effectiveAt: '2023-05-30' })
      .thenRefused('NOT_IN_THIS_STATE', { field: 'effectiveAt' });
  });

  it('ends with its closing, but for facts from before', () => {
    const pilot = { type: 'DesignatePilot', campaign: 'campaign', organisation: 'c1' } as const;
    given(...launched, closed)
      .when(pilot, at)
      .thenRefused('CAMPAIGN_CLOSED');
    given(...launched, closed)
      .when(rollOut, at)
      .thenRefused('CAMPAIGN_CLOSED');
    given(...launched, closed)
      .when(pilot, { effectiveAt: '2024-05-31' })
      .then({ type: 'PilotDesignated', data: { campaign: 'campaign', organisation: 'c1' } });
  });
});
