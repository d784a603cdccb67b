import { CommandRefused } from './errors';
import { Office, SILENT, envelope, givenCampaigns, registerPledge } from './testing';

describe('Pledging under two campaigns', () => {
  let office: Office;

  beforeEach(async () => {
    // The read models never hear of a pledge: what keeps the two apart is the stream alone.
    office = new Office(SILENT);
    await givenCampaigns(office, 'one', 'two');
  });

  afterEach(async () => office.close());

  const admit = async (member: string): Promise<void> => {
    const admittedOn = '2010-01-01';
    await office.give(
      { type: 'AdmitMember', member, organisation: 'k1', admittedOn },
      { on: admittedOn },
    );
  };

  it('at the same time lets exactly one in', async () => {
    const results = await Promise.allSettled([
      office.give(registerPledge('one')),
      office.give(registerPledge('two')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(results[1]).toMatchObject({
      reason: { refusal: { code: 'ALREADY_PLEDGED_UNDER_ANOTHER_CAMPAIGN' } },
    });
  });

  it('is possible once the first was withdrawn, in the stream of the year', async () => {
    await office.give(registerPledge('one'));
    const key = { campaign: 'one', year: 2024, organisation: 'k1' };
    await office.give({ type: 'WithdrawPledge', ...key });
    await expect(office.give(registerPledge('two'))).resolves.toMatchObject({
      stream: 'pledge-2024-k1',
      revision: 2,
    });
    await expect(office.give(registerPledge('one'), { on: '2024-03-06' })).rejects.toBeInstanceOf(
      CommandRefused,
    );
  });

  it('is possible for members, who do not exclude each other, in a stream of their own', async () => {
    const member = 'm00001';
    await admit(member);
    await Promise.all(
      ['one', 'two'].map((campaign) => office.give(registerPledge(campaign, member))),
    );
    const events = await office.events('member-pledge-2024-m00001');
    expect(events.map(({ type }) => type)).toEqual(['PledgeRegistered', 'PledgeRegistered']);
  });

  it('is possible for a member on days in any order, and one is corrected without the other', async () => {
    const member = 'm00001';
    await admit(member);
    const { stream, events } = await office.give(registerPledge('one', member), {
      on: '2024-03-05',
    });
    await office.give(registerPledge('two', member), { on: '2024-02-01' });
    const [wrong] = events;
    await office.gateway.execute([
      envelope(
        { type: 'CorrectFact', stream, event: wrong?.id ?? '' },
        { reason: 'Another member signed' },
      ),
    ]);

    const sign = { type: 'SignPledge', year: 2024, organisation: 'k1', member } as const;
    await expect(office.give({ ...sign, campaign: 'two' })).resolves.toMatchObject({ revision: 3 });
    await expect(office.give({ ...sign, campaign: 'one' })).rejects.toMatchObject({
      refusal: { code: 'NOT_RECORDED' },
    });
  });

  it('is kept apart from a member whose id looks like a pledge', async () => {
    await admit('m00001');
    await office.give(registerPledge('one', 'm00001'));
    await admit('pledge-2024-m00001');

    expect(await office.events('member-pledge-2024-m00001')).toHaveLength(1);
    expect(await office.events('member-pledge%2D2024-m00001')).toHaveLength(1);
  });
});
