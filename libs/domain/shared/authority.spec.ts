import type { DecidingBodies } from '#vocabulary';
import { established, given, on, publishedFrame, someFramework } from '../testing';

/*
 * A province above a district above a committee above a cell; each is asked to recognise, or to
 * rate, the cell below.
 */
const tree = [
  on('2000-01-01', {
    type: 'OrganisationEstablished',
    data: {
      organisation: 'province',
      kind: 'SUPERIOR_COMMITTEE',
      level: 'PROVINCE',
      name: 'Province',
      organisationType: 'commune',
    },
  }),
  on('2000-01-01', {
    type: 'OrganisationEstablished',
    data: {
      organisation: 'district',
      kind: 'SUPERIOR_COMMITTEE',
      level: 'DISTRICT',
      name: 'District',
      organisationType: 'commune',
      parent: 'province',
    },
  }),
  established('c1', 'GRASSROOTS_COMMITTEE', 'district'),
  established('k1', 'SUBORDINATE_CELL', 'c1'),
];
const of = { organisation: 'k1', year: 2024 };
const framework = { id: 'frame', version: 1 };
const opened = [
  ...tree,
  on('2024-01-15', {
    type: 'PledgeRegistered',
    data: { ...of, campaign: 'campaign', framework, items: [] },
  }),
  on('2023-05-31', {
    type: 'CampaignLaunched',
    data: { campaign: 'campaign', framework, root: 'district', fromYear: 2023, toYear: 2025 },
  }),
  on('2024-05-10', { type: 'AssessmentOpened', data: { ...of, campaign: 'campaign', framework } }),
];
const refuse = { type: 'RefuseRecognition', ...of, number: '1-QĐ/HU' } as const;
const rate = { type: 'DecideOrganisationRating', ...of, level: 'GOOD' } as const;
const ABOVE = ['c1', 'district', 'province'];

function underFrame(bodies: DecidingBodies) {
  const { parameters, ...frame } = someFramework();
  const authority = { recognition: bodies, organisationRating: bodies };
  return [...opened, ...publishedFrame({ ...frame, parameters: { ...parameters, authority } })];
}

describe('The authority to decide', () => {
  it.each<[DecidingBodies, readonly string[]]>([
    [{}, ABOVE],
    [{ distance: 'ANY_SUPERIOR' }, ABOVE],
    [{ distance: 'DIRECT_SUPERIOR' }, ['c1']],
    [{ kinds: ['SUPERIOR_COMMITTEE'] }, ['district', 'province']],
    [{ levels: ['DISTRICT', 'BLOC'] }, ['district']],
    [{ kinds: ['SUPERIOR_COMMITTEE'], distance: 'DIRECT_SUPERIOR' }, []],
  ])('is, where the framework says %j, that of %j', (bodies, deciding) => {
    for (const command of [refuse, rate]) {
      const outcomes = ABOVE.map((decidedBy) => ({
        decidedBy,
        ...given(...underFrame(bodies)).when({ ...command, decidedBy }).decision,
      }));
      const decided = outcomes.filter(({ kind }) => kind === 'decided');
      expect(decided.map(({ decidedBy }) => decidedBy)).toEqual(deciding);
      const codes = outcomes.flatMap((one) => (one.kind === 'refused' ? [one.refusal.code] : []));
      expect(new Set(codes).size).toBe(deciding.length === ABOVE.length ? 0 : 1);
      expect(codes.filter((code) => code !== 'DECIDED_BEYOND_AUTHORITY')).toEqual([]);
    }
  });

  it('is used by those who act in the deciding body, or by an operator for it', () => {
    const decide = { ...refuse, decidedBy: 'c1' };
    const actor = (role: string, organisation: string) => ({ id: 'm00009', role, organisation });
    given(...opened)
      .when(decide, { actor: actor('SUPERIOR_COMMITTEE', 'district') })
      .thenRefused('DECIDED_BEYOND_AUTHORITY', { details: { actingFor: 'district' } });
    for (const by of [actor('STANDING_BOARD', 'c1'), actor('OPERATOR', 'elsewhere')]) {
      const outcome = given(...opened).when(decide, { actor: by });
      expect(outcome.decision.kind).toBe('decided');
    }
  });
});
