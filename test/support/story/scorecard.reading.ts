const FIELDS = `outcome failedRules framework { id version }
  goods { code status conditions { id status actual notes } }
  members { total rateable rated exempted suspended }
  children { total recognised notRecognised undecided }`;

export const SCORECARD = `query ($organisation: ID!, $year: Int!, $atLeast: Position) {
  scorecard(organisation: $organisation, year: $year, atLeast: $atLeast) { ${FIELDS} }
}`;

interface AnsweredCondition {
  readonly id: string;
  readonly status: string;
  readonly actual: string | null;
  readonly notes: readonly string[];
}

interface AnsweredGood {
  readonly code: string;
  readonly status: string;
  readonly conditions: readonly AnsweredCondition[];
}

export interface AnsweredScorecard {
  readonly outcome: string;
  readonly failedRules: readonly string[];
  readonly framework: { readonly id: string; readonly version: number } | null;
  readonly goods: readonly AnsweredGood[];
  readonly members: Readonly<Record<string, number>>;
  readonly children: Readonly<Record<string, number>> | null;
}

/** A scorecard by the names of its goods and conditions: what a story says of it. */
export interface ToldScorecard extends Omit<AnsweredScorecard, 'goods'> {
  readonly goods: Readonly<Record<string, string>>;
  readonly conditions: Readonly<Record<string, Omit<AnsweredCondition, 'id'>>>;
}

export function toldScorecard({ goods, ...rest }: AnsweredScorecard): ToldScorecard {
  const conditions = goods.flatMap((good) => good.conditions);
  return {
    ...rest,
    goods: Object.fromEntries(goods.map(({ code, status }) => [code, status])),
    conditions: Object.fromEntries(conditions.map(({ id, ...said }) => [id, said])),
  };
}
