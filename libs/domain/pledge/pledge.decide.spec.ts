import {
  admitted,
  established,
  given,
  launchedCampaign,
  on,
  publishedFrame,
  someTree,
} from '../testing';

const at = { effectiveAt: '2024-01-15' };
const key = { campaign: 'campaign', year: 2024, organisation: 'k1' };
const framework = { id: 'frame', version: 1 };
const launched = [...someTree(), ...publishedFrame(), launchedCampaign()];
const ownYear = {
  organisationKind: 'SUBORDINATE_CELL',
  closesOn: '2025-01-31',
  campaignRoot: 'superior',
} as const;
const items = ['Study every quarter', 'No complaint left open'];
const registered = on('2024-01-15', {
  type: 'PledgeRegistered',
  data: { ...key, framework, items },
});
const signed = on('2024-01-20', { type: 'PledgeSigned', data: { ...key, framework } });
const withdrawn = on('2024-02-01', { type: 'PledgeWithdrawn', data: key });
const opened = on('2024-12-10', {
  type: 'AssessmentOpened',
  data: { organisation: 'k1', year: 2024, campaign: 'campaign', framework },
});

describe('Registering a pledge', () => {
  const register = { type: 'RegisterPledge', ...key, items } as const;

  it("records it under the campaign's framework", () => {
    given(...launched)
      .when(register, at)
      .then({ type: 'PledgeRegistered', data: { ...key, framework, items, ...ownYear } });
  });

  it('happens once, until it is withdrawn', () => {
    given(...launched, registered)
      .when(register, at)
      .thenRefused('ALREADY_EXISTS');
    given(...launched, registered, signed)
      .when(register, at)
      .thenRefused('ALREADY_EXISTS');
    given(...launched, registered, withdrawn)
      .when(register)
      .then({ type: 'PledgeRegistered', data: { ...key, framework, items, ...ownYear } });
  });

  it('is refused under a campaign that is unknown, or closed by then', () => {
    given(...someTree())
      .when(register, at)
      .thenRefused('CAMPAIGN_UNKNOWN', { field: 'campaign' });
    const closed = on('2024-01-10', {
      type: 'CampaignClosed',
      data: { campaign: 'campaign', root: 'superior' },
    });
    given(...launched, closed)
      .when(register, at)
      .thenRefused('CAMPAIGN_CLOSED');
    given(...launched, closed)
      .when(register, { effectiveAt: '2024-01-09' })
      .then({ type: 'PledgeRegistered', data: { ...key, framework, items, ...ownYear } });
  });

  it('is refused for a year that is not one of the campaign', () => {
    for (const year of [2022, 2026]) {
      given(...launched)
        .when({ ...register, year }, at)
        .thenRefused('YEAR_OUTSIDE_CAMPAIGN', { field: 'year' });
    }
  });

  it('is refused for an organisation that the campaign did not reach at the time', () => {
    given(...launched, established('stranger'))
      .when({ ...register, organisation: 'stranger' }, at)
      .thenRefused('OUTSIDE_CAMPAIGN', { field: 'organisation' });
    const joins = on('2024-01-16', {
      type: 'OrganisationReparented',
      data: { organisation: 'stranger', to: 'c1' },
    });
    given(...launched, established('stranger'), joins)
      .when({ ...register, organisation: 'stranger' }, at)
      .thenRefused('OUTSIDE_CAMPAIGN');
    given(...launched, established('stranger'), joins)
      .when({ ...register, organisation: 'stranger' }, { effectiveAt: '2024-01-16' })
      .then({
        type: 'PledgeRegistered',
        data: { ...key, organisation: 'stranger', framework, items, ...ownYear },
      });
  });

  it('is refused for an organisation that is unknown or did not exist then', () => {
    given(...launched)
      .when({ ...register, organisation: 'k9' }, at)
      .thenRefused('ORGANISATION_UNKNOWN');
    given(
      ...launched,
      on('2024-01-01', { type: 'OrganisationDissolved', data: { organisation: 'k1' } }),
    )
      .when(register, at)
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN');
  });

  it('is refused under a framework that is not published', () => {
    given(...someTree(), launchedCampaign())
      .when(register, at)
      .thenRefused('FRAMEWORK_NOT_PUBLISHED');
  });

  it('is refused under a second campaign for the same year', () => {
    const both = [...launched, launchedCampaign('other', 'c1')];
    given(...both, registered)
      .when({ ...register, campaign: 'other' }, at)
      .thenRefused('ALREADY_PLEDGED_UNDER_ANOTHER_CAMPAIGN', {
        details: { campaigns: ['campaign'] },
      });
    given(...both, registered)
      .when({ ...register, campaign: 'other', year: 2025 }, at)
      .then({
        type: 'PledgeRegistered',
        data: {
          ...key,
          campaign: 'other',
          year: 2025,
          framework,
          items,
          ...ownYear,
          closesOn: '2026-01-31',
          campaignRoot: 'c1',
        },
      });
    given(...both, registered, withdrawn)
      .when({ ...register, campaign: 'other' })
      .then({
        type: 'PledgeRegistered',
        data: { ...key, campaign: 'other', framework, items, ...ownYear, campaignRoot: 'c1' },
      });
  });

  it('is refused once the assessment of the year is open', () => {
    given(...launched, opened)
      .when(register, { effectiveAt: '2024-12-10' })
      .thenRefused('PLEDGE_AFTER_ASSESSMENT_OPENED', { rule: 'R-31' });
    given(...launched, opened)
      .when(register, { effectiveAt: '2024-12-09' })
      .then({ type: 'PledgeRegistered', data: { ...key, framework, items, ...ownYear } });
  });
});

describe('The pledge of a member', () => {
  const ofMember = { ...key, member: 'm00001' };
  const register = { type: 'RegisterPledge', ...ofMember, items } as const;

  it('is one beside that of the organisation', () => {
    given(...launched, registered, admitted('m00001', 'k1'))
      .when(register, at)
      .then({ type: 'PledgeRegistered', data: { ...ofMember, framework, items } });
  });

  it('is taken with the organisation said, whose transfer may be recorded later', () => {
    given(...launched, admitted('m00001', 'k2'))
      .when(register, at)
      .then({ type: 'PledgeRegistered', data: { ...ofMember, framework, items } });
  });

  it('is refused for a member unknown, or not admitted by then', () => {
    given(...launched)
      .when(register, at)
      .thenRefused('MEMBER_UNKNOWN');
    given(...launched, admitted('m00001', 'k1', '2024-01-16'))
      .when(register, at)
      .thenRefused('MEMBER_NOT_EXISTING_THEN');
  });

  it('may still come while the assessment is open', () => {
    given(...launched, opened, admitted('m00001', 'k1'))
      .when(register, { effectiveAt: '2024-12-20' })
      .then({ type: 'PledgeRegistered', data: { ...ofMember, framework, items } });
  });
});

describe('Signing a pledge', () => {
  const sign = { type: 'SignPledge', ...key } as const;

  it('is under the framework it was registered under', () => {
    given(...launched, registered)
      .when(sign)
      .then({ type: 'PledgeSigned', data: { ...key, framework } });
  });

  it('needs one that is registered, not signed and not withdrawn', () => {
    given(...launched)
      .when(sign)
      .thenRefused('NOT_RECORDED');
    given(...launched, registered, signed)
      .when(sign)
      .thenRefused('ALREADY_SO');
    given(...launched, registered, withdrawn)
      .when(sign)
      .thenRefused('NOT_IN_THIS_STATE', { details: { status: 'WITHDRAWN' } });
  });

  it('is refused once the assessment of the year is open', () => {
    given(...launched, registered, opened)
      .when(sign, { effectiveAt: '2024-12-11' })
      .thenRefused('PLEDGE_AFTER_ASSESSMENT_OPENED');
  });

  it('does not take one pledge of the year for that under another campaign', () => {
    given(...launched, registered)
      .when({ ...sign, campaign: 'other' })
      .thenRefused('NOT_RECORDED');
  });
});

describe('Reporting on an item', () => {
  const report = {
    ...key,
    item: 2,
    report: 'All complaints were answered',
    done: true,
  };

  it('counts the items from 1', () => {
    given(...launched, registered, signed)
      .when({ type: 'ReportPledgeItem', ...report })
      .then({ type: 'PledgeItemReported', data: report });
  });

  it('is refused for an item that the pledge does not have', () => {
    for (const item of [0, 3, 1.5]) {
      given(...launched, registered)
        .when({ type: 'ReportPledgeItem', ...report, item })
        .thenRefused('PLEDGE_ITEM_UNKNOWN', { details: { item, items: 2 } });
    }
  });

  it('is refused without a report, and on a pledge withdrawn', () => {
    given(...launched, registered)
      .when({ type: 'ReportPledgeItem', ...report, report: '' })
      .thenRefused('VALUE_INVALID', { field: 'report' });
    given(...launched, registered, withdrawn)
      .when({ type: 'ReportPledgeItem', ...report })
      .thenRefused('NOT_IN_THIS_STATE');
  });
});

describe('Withdrawing a pledge', () => {
  it('is possible once, signed or not', () => {
    given(...launched, registered, signed)
      .when({ type: 'WithdrawPledge', ...key })
      .then({ type: 'PledgeWithdrawn', data: key });
    given(...launched, registered, withdrawn)
      .when({ type: 'WithdrawPledge', ...key })
      .thenRefused('NOT_IN_THIS_STATE');
    given()
      .when({ type: 'WithdrawPledge', ...key })
      .thenRefused('NOT_RECORDED');
  });
});
