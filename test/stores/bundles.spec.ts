import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBundleFiles } from '#import';
import { sendBundle } from '../../apps/api/imports/send-bundle';
import { startTestApi } from '../../apps/api/testing/test-api';
import type { TestApi } from '../../apps/api/testing/test-api';
import { PROJECT } from '../support';
import { onEachStore, ownStores } from '../support/combinations';
import type { OwnStores } from '../support/combinations';

/** Bundles that come with the scorecards to be made of them; they lie beside the project. */
const BUNDLES = join(PROJECT, '..', 'shared', 'data');

const SCORECARD = `query ($organisation: ID!, $year: Int!) {
  scorecard(organisation: $organisation, year: $year) {
    outcome
    goods { code status conditions { id status low high } }
  }
}`;

const LEFT_OUT = `query ($organisation: ID!, $year: Int!) {
  scorecard(organisation: $organisation, year: $year) {
    members { exempted suspended }
    membersLeftOut(first: 200) { edges { node { member } } pageInfo { hasNextPage } }
  }
}`;

interface AnsweredLeftOut {
  readonly members: { readonly exempted: number; readonly suspended: number };
  readonly membersLeftOut: {
    readonly edges: readonly { readonly node: { readonly member: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}

/** Recognitions are decided on one by one, each when the scorecards have counted the one before. */
const TIME_LIMIT_MS = 300_000;

/** Null where the condition has no metric. */
type Bound = number | null;

interface ExpectedScorecard {
  readonly outcome: string;
  readonly goods?: Readonly<Record<string, string>>;
  readonly conditions?: Readonly<Record<string, readonly [string, Bound, Bound]>>;
}

interface AnsweredScorecard {
  readonly outcome: string;
  readonly goods: readonly {
    readonly code: string;
    readonly status: string;
    readonly conditions: readonly {
      readonly id: string;
      readonly status: string;
      readonly low: Bound;
      readonly high: Bound;
    }[];
  }[];
}

const areThere = existsSync(BUNDLES);
const bundles = areThere ? readdirSync(BUNDLES) : ['(needs ../shared/data)'];

(areThere ? describe : describe.skip).each(bundles)('the bundle %s', (name) => {
  const bundle = join(BUNDLES, name);

  onEachStore((combination) => {
    let stores: OwnStores;
    let api: TestApi;

    beforeAll(async () => {
      stores = await ownStores(combination);
      api = await startTestApi({ stores: stores.addresses });
      await sendBundle({ url: api.url }, await readBundleFiles(bundle), false);
      await api.settle();
    }, TIME_LIMIT_MS);

    afterAll(async () => {
      await api.stop();
      await stores.remove();
    });

    it('has the scorecards expected, each good and condition with its figures', async () => {
      const expected = expectedOf(bundle);
      const year = yearOf(bundle);
      const answered = new Map<string, ExpectedScorecard>();
      for (const [organisation, { goods }] of expected) {
        const { data } = await api.ask(SCORECARD, { organisation, year });
        const scorecard = told(data?.scorecard as AnsweredScorecard);
        // Of one that has not pledged, the outcome alone is expected.
        answered.set(organisation, goods === undefined ? outcomeOf(scorecard) : scorecard);
      }

      expect(answered).toEqual(expected);
    });

    it('names as many members left out of each denominator as are counted', async () => {
      const year = yearOf(bundle);
      let named = 0;
      for (const organisation of expectedOf(bundle).keys()) {
        const { data } = await api.ask(LEFT_OUT, { organisation, year });
        const { members, membersLeftOut } = (data as { scorecard: AnsweredLeftOut }).scorecard;
        const names = membersLeftOut.edges.map(({ node }) => node.member);
        expect(new Set(names).size).toBe(members.exempted + members.suspended);
        expect(membersLeftOut.pageInfo.hasNextPage).toBe(false);
        named += names.length;
      }
      expect(named).toBeGreaterThan(0);
    });
  });
});

function expectedOf(bundle: string): ReadonlyMap<string, ExpectedScorecard> {
  const text = readFileSync(join(bundle, 'expected.json'), 'utf8');
  const scorecards = JSON.parse(text) as Record<string, ExpectedScorecard>;
  return new Map(
    Object.entries(scorecards).map(([organisation, one]) => [
      organisation,
      one.goods === undefined ? outcomeOf(one) : rounded(one),
    ]),
  );
}

/** A bundle is of one year. */
function yearOf(bundle: string): number {
  const [header = '', first = ''] = readFileSync(join(bundle, 'pledges.csv'), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return Number(first.split(',')[header.split(',').indexOf('year')]);
}

function told({ outcome, goods }: AnsweredScorecard): ExpectedScorecard {
  const conditions = goods.flatMap((good) => good.conditions);
  return rounded({
    outcome,
    goods: Object.fromEntries(goods.map(({ code, status }) => [code, status])),
    conditions: Object.fromEntries(
      conditions.map(({ id, status, low, high }) => [id, [status, low, high] as const]),
    ),
  });
}

function outcomeOf({ outcome }: ExpectedScorecard): ExpectedScorecard {
  return { outcome };
}

/** Fractions were divided by other programs. */
function rounded({ outcome, goods = {}, conditions = {} }: ExpectedScorecard): ExpectedScorecard {
  return {
    outcome,
    goods,
    conditions: Object.fromEntries(
      Object.entries(conditions).map(([id, [status, low, high]]) => [
        id,
        [status, roundedBound(low), roundedBound(high)] as const,
      ]),
    ),
  };
}

function roundedBound(bound: Bound): Bound {
  return bound === null ? null : Number(bound.toFixed(11));
}
