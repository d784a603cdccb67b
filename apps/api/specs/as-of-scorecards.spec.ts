import { recognisedCell, TARGET, YEAR } from '../testing/recognised-cell';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const FIELDS = `{ outcome basedOn failedRules members { total rateable }
  goods { code status conditions { id status actual evidence { id position } explanation } }
  organisation { name parent { id } } campaign { id } recognition { state } framework { id } }`;

interface Held {
  readonly position: string;
  readonly scorecard: unknown;
}

interface Change {
  readonly condition: string;
  readonly before: { readonly status: string; readonly actual: string } | null;
  readonly after: { readonly status: string; readonly actual: string } | null;
  readonly events: readonly { readonly type: string }[];
}

describe('The scorecard as of a moment', () => {
  let api: TestApi;
  const held: Record<string, Held[]> = { cell: [], district: [] };

  async function scorecard(organisation: string, asOf = ''): Promise<unknown> {
    const query = `{ scorecard(organisation: "${organisation}", year: 2024 ${asOf}) ${FIELDS} }`;
    const { data, errors } = await api.ask(query);
    expect(errors).toEqual([]);
    return data?.scorecard;
  }

  /** Records and keeps what is known then. */
  const recorded: TestApi['record'] = async (mutation, input) => {
    const receipt = await api.record(mutation, input);
    await api.service.models.caughtUp();
    for (const [organisation, all] of Object.entries(held)) {
      const { position } = receipt;
      all.push({ position, scorecard: await scorecard(organisation) });
    }
    return receipt;
  };

  beforeAll(async () => {
    api = await startTestApi();
    await recognisedCell({ ...api, record: recorded });
    const { data } = await api.ask(
      '{ history(filter: { types: [TargetResultConfirmed] }) { edges { node { id stream } } } }',
    );
    type Found = { edges: readonly { node: { id: string; stream: string } }[] };
    const { history } = data as { history: Found };
    const confirmed = history.edges[0]?.node;
    const later = { effectiveAt: '2025-03-01T08:00:00+07:00' };
    await recorded('correctFact', {
      stream: confirmed?.stream,
      event: confirmed?.id,
      reason: 'audit',
      ...later,
    });
    await recorded('confirmTargetResult', { ...TARGET, achieved: '1', ...later });
    await api.settle();
  });

  afterAll(() => api.stop());

  it.each(['cell', 'district'])('of the %s is what was held then, at each position', async (of) => {
    const all = held[of] ?? [];
    expect(all.length).toBeGreaterThan(10);
    for (const { position, scorecard: then } of all) {
      expect(await scorecard(of, `, asOf: { position: "${position}" }`)).toEqual(then);
    }
  });

  it('is told among the scorecards below a committee too', async () => {
    const last = held.cell?.at(-1);
    const list = `{ scorecards(under: "district", year: 2024, asOf: { position: "${last?.position}" })
      { edges { node { organisation { id } outcome } } } }`;
    const { data, errors } = await api.ask(list);
    expect(errors).toEqual([]);
    expect(data?.scorecards).toEqual({
      edges: [
        { node: { organisation: { id: 'cell' }, outcome: 'NOT_ELIGIBLE' } },
        { node: { organisation: { id: 'district' }, outcome: 'NOT_PLEDGED' } },
      ],
    });
  });

  async function changes(from: string, to: string): Promise<readonly Change[]> {
    const { data, errors } = await api.ask(
      `{ scorecardDiff(organisation: "${YEAR.organisation}", year: ${YEAR.year},
           from: { position: "${from}" }, to: { position: "${to}" }) {
           condition before { status actual } after { status actual } events { type } } }`,
    );
    expect(errors).toEqual([]);
    return data?.scorecardDiff as readonly Change[];
  }

  it('is held against another moment: what changed, and by which events', async () => {
    const [before, , last] = (held.cell ?? []).slice(-3);
    const found = await changes(before?.position ?? '', last?.position ?? '');
    expect(found).toEqual([
      {
        condition: 'targets-met',
        before: { status: 'MET', actual: '1/1' },
        after: { status: 'FAILED', actual: '0/1' },
        events: [{ type: 'FactCorrected' }, { type: 'TargetResultConfirmed' }],
      },
    ]);
  });

  it('differs in nothing from itself', async () => {
    const last = held.cell?.at(-1)?.position ?? '';
    expect(await changes(last, last)).toEqual([]);
  });
});
