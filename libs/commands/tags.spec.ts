import type { DomainCommand } from '#domain';
import { Office, establish, givenTree, holdMeeting } from './testing';

describe('The tags of an event', () => {
  let office: Office;

  beforeEach(async () => {
    office = new Office();
    await givenTree(office);
  });

  afterEach(async () => office.close());

  const tagsOf = async (command: DomainCommand, on: string) => {
    const { events } = await office.give(command, { on });
    const recorded = (await office.events()).find(({ id }) => id === events[0]?.id);
    return recorded?.metadata.tags;
  };

  it('are the subject first, then all above it', async () => {
    expect(await tagsOf(holdMeeting('meeting1'), '2024-03-05')).toEqual({
      organisations: ['k1', 'c1', 'superior'],
      members: [],
      cases: [],
    });
  });

  it('name those above an organisation also when it is founded', async () => {
    await establish(office, 'k3', 'SUBORDINATE_CELL', 'c1');
    const [founding] = await office.events('organisation-k3');
    expect(founding?.metadata.tags.organisations).toEqual(['k3', 'c1', 'superior']);
  });

  it('are as the tree stood when the fact was true, also if it is recorded later', async () => {
    await establish(office, 'c2', 'GRASSROOTS_COMMITTEE', 'superior');
    await office.give(
      { type: 'ReparentOrganisation', organisation: 'k1', to: 'c2' },
      { on: '2024-07-01' },
    );
    const before = await tagsOf(holdMeeting('meeting1', 'k1', '2024-06-30'), '2024-06-30');
    const after = await tagsOf(holdMeeting('meeting2', 'k1', '2024-07-01'), '2024-07-01');
    expect(before?.organisations).toEqual(['k1', 'c1', 'superior']);
    expect(after?.organisations).toEqual(['k1', 'c2', 'superior']);
  });

  it('name the old and the new parent of an organisation that moves', async () => {
    await establish(office, 'c2', 'GRASSROOTS_COMMITTEE', 'superior');
    const moved = await tagsOf(
      { type: 'ReparentOrganisation', organisation: 'k1', to: 'c2' },
      '2024-07-01',
    );
    expect(new Set(moved?.organisations)).toEqual(new Set(['k1', 'c1', 'c2', 'superior']));
    expect(moved?.organisations[0]).toBe('k1');
  });

  it('name the members concerned', async () => {
    const admitted = {
      type: 'AdmitMember',
      member: 'm00001',
      organisation: 'k1',
      admittedOn: '2024-01-01',
    } as const;
    expect(await tagsOf(admitted, '2024-01-01')).toMatchObject({ members: ['m00001'] });
  });
});
