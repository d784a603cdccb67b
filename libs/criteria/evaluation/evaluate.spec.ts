import type { Condition, Good } from '#vocabulary';
import {
  CLOSED,
  child,
  event,
  facts,
  framework,
  label,
  members,
  profile,
  tally,
  target,
} from '../testing/given-facts.features';
import { evaluateGiven as evaluate, tallied } from '../testing/tallied.features';
import type { GivenYear } from '../testing/tallied.features';
import { scorecardWithoutPledge } from './evaluate';

const study: Condition = { id: 'study', kind: 'APPRAISED', label: label('Study') };
const targetsMet: Condition = {
  id: 'targets-met',
  rule: 'R-05',
  kind: 'HARD',
  metric: 'targets.metShare',
  op: '>=',
  value: 1,
  label: label('All targets met'),
};
const noPressItem: Condition = {
  id: 'external',
  rule: 'R-01',
  kind: 'KNOCK_OUT',
  metric: 'violations.externallyDetected',
  label: label('Not detected from outside'),
};
const initiative: Condition = {
  id: 'initiative',
  kind: 'POINTS',
  maxPoints: 5,
  label: label('Initiative'),
};

function good(code: string, ...conditions: readonly Condition[]): Good {
  return { code, label: label(code), conditions };
}

function scorecardOf(
  goods: readonly Good[],
  given: Partial<GivenYear>,
  points?: { readonly minimum: number },
) {
  const profiles = [profile({ goods, ...(points ? { points } : {}) })];
  return evaluate(framework({ profiles }), facts(given));
}

function appraisedAs(result: 'MET' | 'NOT_MET'): GivenYear['appraisals'] {
  return { study: { result, event: event(40) } };
}

describe('The outcome', () => {
  it('is NOT_PLEDGED without a signed pledge, whatever else is known', () => {
    const { pledge: _none, ...unpledged } = facts({ appraisals: appraisedAs('NOT_MET') });
    const scorecard = evaluate(framework(), unpledged);

    expect(scorecard).toMatchObject({ outcome: 'NOT_PLEDGED', goods: [], failedRules: [] });
    expect(scorecard.framework).toEqual({ id: 'test-framework', version: 1 });
    expect(scorecardWithoutPledge(tallied(unpledged, undefined))).not.toHaveProperty('framework');
  });

  it('is ELIGIBLE when every good is met', () => {
    const scorecard = scorecardOf([good('A', study)], { appraisals: appraisedAs('MET') });

    expect(scorecard).toMatchObject({ outcome: 'ELIGIBLE', goods: [{ status: 'MET' }] });
  });

  it('is NOT_ELIGIBLE as soon as one good is lost, though others are open', () => {
    const scorecard = scorecardOf([good('A', study), good('B', targetsMet)], {
      targets: [target('a', '10', '9'), target('b', '10')],
    });

    expect(scorecard.outcome).toBe('NOT_ELIGIBLE');
    expect(scorecard.goods.map(({ status }) => status)).toEqual(['PENDING', 'FAILED']);
  });

  it('is PENDING while a condition lacks its input', () => {
    const scorecard = scorecardOf([good('A', study, targetsMet)], {
      targets: [target('a', '10', '10')],
    });

    expect(scorecard).toMatchObject({ outcome: 'PENDING', goods: [{ status: 'PENDING' }] });
  });

  it('is PENDING without goods when the framework says nothing about such an organisation', () => {
    const organisation = { id: 'p', kind: 'SUPERIOR_COMMITTEE', organisationType: 'x' } as const;

    expect(evaluate(framework(), facts({ organisation }))).toMatchObject({
      outcome: 'PENDING',
      goods: [],
    });
  });

  it('follows the first profile that applies', () => {
    const goods = [good('SCHOOL', study)];
    const appliesTo = { kinds: ['GRASSROOTS_CELL'], types: ['school'] } as const;
    const profiles = [profile({ appliesTo, goods }), profile()];

    expect(evaluate(framework({ profiles }), facts()).goods[0]?.code).toBe('SCHOOL');
  });
});

describe('The conditions of a good', () => {
  it('are all reported when they fail, by rule or else by id', () => {
    const subtree = tally({
      detectedBy: [{ source: 'PRESS', confirmed: 1, open: 0, onImportedDates: 0 }],
    });
    const scorecard = scorecardOf([good('A', study, targetsMet), good('B', noPressItem)], {
      appraisals: appraisedAs('NOT_MET'),
      targets: [target('a', '10', '9')],
      subtree,
    });

    expect(scorecard.failedRules).toEqual(['R-01', 'R-05', 'study']);
  });

  it('pass where the metric does not apply', () => {
    const everyChild: Condition = {
      ...targetsMet,
      metric: 'children.recognisedShare',
      params: {},
    };
    const scorecard = scorecardOf([good('A', everyChild)], {});

    expect(scorecard.outcome).toBe('ELIGIBLE');
    expect(scorecard.goods[0]?.conditions[0]?.status).toBe('NOT_APPLICABLE');
    expect(scorecard.goods[0]?.conditions[0]).not.toHaveProperty('interval');
  });

  it('knock a good out only when something is certain', () => {
    const statusWith = (confirmed: number, open: number) => {
      const tallied = { source: 'PRESS', confirmed, open, onImportedDates: 0 } as const;
      const subtree = tally({ detectedBy: [tallied] });
      return scorecardOf([good('B', noPressItem)], { subtree }).goods[0]?.status;
    };

    expect([statusWith(0, 0), statusWith(0, 1), statusWith(1, 1)]).toEqual([
      'MET',
      'PENDING',
      'FAILED',
    ]);
  });

  it('carry the appraisal that decided them', () => {
    const [condition] = scorecardOf([good('A', study)], {
      appraisals: appraisedAs('NOT_MET'),
    }).goods.flatMap(({ conditions }) => conditions);

    expect(condition).toMatchObject({ status: 'FAILED', evidence: [event(40)], notes: [] });
  });

  it('stay open while their local text is not given', () => {
    const unfilled: Condition = { id: 'local', kind: 'UNFILLED', label: label('Local') };

    expect(scorecardOf([good('A', unfilled)], CLOSED).outcome).toBe('PENDING');
  });

  it('find no appraisal under a name that every object has', () => {
    const odd: Condition = { ...study, id: 'constructor' };

    expect(scorecardOf([good('A', odd)], {}).outcome).toBe('PENDING');
  });
});

describe('Points', () => {
  const appraisals = { ...appraisedAs('MET'), initiative: { points: '3.5', event: event(41) } };
  const goods = [good('A', study, initiative)];

  it('are held against the minimum by their sum', () => {
    expect(scorecardOf(goods, { appraisals }, { minimum: 3.5 }).outcome).toBe('ELIGIBLE');

    const short = scorecardOf(goods, { appraisals }, { minimum: 3.6 });
    expect(short.outcome).toBe('NOT_ELIGIBLE');
    expect(short.failedRules).toEqual(['points.minimum']);
    expect(short.goods[0]?.status).toBe('MET');
  });

  it('leave the outcome open while they may still reach the minimum', () => {
    const given = { appraisals: appraisedAs('MET') };

    expect(scorecardOf(goods, given, { minimum: 5 }).outcome).toBe('PENDING');
    expect(scorecardOf(goods, given, { minimum: 5.1 }).outcome).toBe('NOT_ELIGIBLE');
    expect(scorecardOf(goods, given, { minimum: 0 }).outcome).toBe('ELIGIBLE');
  });

  it('fail no good by themselves', () => {
    const none = { ...appraisals, initiative: { points: '0', event: event(41) } };

    expect(scorecardOf(goods, { appraisals: none }).outcome).toBe('ELIGIBLE');
  });

  it('are shown with those the organisation gave itself', () => {
    const selfScores = { initiative: { points: '5', event: event(39) } };

    expect(scorecardOf(goods, { appraisals, selfScores }, { minimum: 3 })).toMatchObject({
      points: {
        self: '5',
        appraised: { low: { numerator: '3.5' }, high: { numerator: '3.5' } },
        maximum: 5,
        minimum: 3,
        status: 'MET',
      },
      goods: [
        {
          conditions: [
            { id: 'study' },
            {
              points: { self: '5', appraised: '3.5', maximum: 5 },
              evidence: [event(39), event(41)],
            },
          ],
        },
      ],
    });
  });
});

describe('A scorecard', () => {
  it('says who was counted and who was left out, and how the children stand', () => {
    const leftOut = [
      { member: 'm00002', reason: 'SUSPENDED', event: event(2) },
      { member: 'm00001', reason: 'EXEMPTED', event: event(3) },
    ] as const;
    const scorecard = scorecardOf([good('A', study)], {
      subtree: tally({
        members: { ...members(5, { GOOD: 3 }), exempted: 1, suspended: 1 },
        leftOut,
      }),
      children: [
        child('a', { recognised: true }),
        child('b', { recognised: false, rating: 'GOOD' }),
        child('c'),
      ],
    });

    expect(scorecard.members).toMatchObject({ rateable: 5, rated: 3, exempted: 1, suspended: 1 });
    expect(scorecard.members.leftOut.map(({ member }) => member)).toEqual(['m00001', 'm00002']);
    expect(scorecard.children).toEqual({
      total: 3,
      recognised: 1,
      notRecognised: 1,
      undecided: 1,
      rated: { EXCELLENT: 0, GOOD: 1, COMPLETED: 0, FAILED: 0 },
    });
  });

  it.each([3, 5])('works with %s goods of other names and numbers', (howMany) => {
    const goods = Array.from({ length: howMany }, (_, index) =>
      good(`LOCAL_${index}`, {
        ...targetsMet,
        id: `majority-${index}`,
        metric: 'members.ratedAtLeastShare',
        params: { level: 'COMPLETED' },
        op: '>',
        value: 0.5,
      }),
    );
    const half = { subtree: tally({ members: members(4, { COMPLETED: 2, FAILED: 2 }) }) };
    const more = { subtree: tally({ members: members(4, { COMPLETED: 3, FAILED: 1 }) }) };

    expect(scorecardOf(goods, half)).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      goods: goods.map(({ code }) => ({ code, status: 'FAILED' })),
    });
    expect(scorecardOf(goods, more).outcome).toBe('ELIGIBLE');
  });

  it('is plain JSON', () => {
    const scorecard = scorecardOf([good('A', study, targetsMet, noPressItem, initiative)], {});
    const text = JSON.stringify(scorecard);

    expect(JSON.parse(text)).toEqual(scorecard);
  });
});
