import { found, GraphqlClient, Installation, regularMeeting } from '../support';

const MEETINGS = `query ($atLeast: Position) {
  meetings(organisation: "cell-1", year: 2025, first: 200, atLeast: $atLeast) {
    edges { node { id } }
  }
}`;

interface Meetings {
  readonly meetings: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

describe('two clients at the same time', () => {
  const installation = new Installation();
  let one: GraphqlClient;
  let other: GraphqlClient;

  beforeAll(async () => {
    const { url } = await installation.start();
    [one, other] = [new GraphqlClient(url), new GraphqlClient(url)];
    await found(one, 'ward', ['cell-1', 'cell-2']);
  });

  afterAll(() => installation.remove());

  it('recording meetings for one cell both get in', async () => {
    const dates = Array.from(
      { length: 12 },
      (_, month) => `2025-${String(month + 1).padStart(2, '0')}-05`,
    );
    const receipts = await Promise.all(
      dates.flatMap((date) => [
        one.give('holdMeeting', regularMeeting('cell-1', `one-${date}`, date)),
        other.give('holdMeeting', regularMeeting('cell-1', `other-${date}`, date)),
      ]),
    );

    const positions = receipts.map(({ position }) => BigInt(position));
    const last = positions.reduce((a, b) => (a > b ? a : b));
    const { meetings } = await one.ask<Meetings>(MEETINGS, { atLeast: last.toString() });
    expect(meetings.edges.map(({ node }) => node.id).sort()).toEqual(
      dates.flatMap((date) => [`one-${date}`, `other-${date}`]).sort(),
    );
  });

  it('writing to one stream both get in: what came too late is decided again', async () => {
    const report = (client: GraphqlClient, official: number) =>
      client.give('reportMembershipTotals', {
        organisation: 'cell-2',
        official,
        probationary: 0,
        total: official,
        effectiveAt: '2025-06-30T00:00:00+07:00',
      });
    const receipts = await Promise.all(
      Array.from({ length: 20 }, (_, n) => report(n % 2 === 0 ? one : other, n)),
    );

    expect(receipts.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
  });

  it('that give the same command get the same receipt, and it is recorded once', async () => {
    const command = {
      commandId: '6f1e0c6e-6b0a-4c1e-9d56-0f6f3c1d2b3a',
      ...regularMeeting('cell-2', 'the-same', '2025-03-05'),
    };
    const [first, second] = await Promise.all([
      one.give('holdMeeting', command),
      other.give('holdMeeting', command),
    ]);

    expect({ ...first, duplicate: true }).toEqual({ ...second, duplicate: true });
    expect(first.duplicate).not.toBe(second.duplicate);
  });

  it('each insisting on what it has seen: one gets in, the other is shown what came between', async () => {
    const rename = (client: GraphqlClient, name: string) =>
      client.attempt('renameOrganisation', {
        organisation: 'ward',
        name,
        expectedRevision: 0,
        effectiveAt: '2025-01-01T00:00:00+07:00',
      });
    const answers = await Promise.all([rename(one, 'Đảng bộ một'), rename(other, 'Đảng bộ hai')]);

    const receipts = answers.flatMap(({ data }) => (data?.receipt ? [data.receipt] : []));
    const errors = answers.flatMap(({ errors: own = [] }) => own);
    expect(receipts).toEqual([expect.objectContaining({ revision: 1, duplicate: false })]);
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({
        code: 'CONFLICT',
        stream: 'organisation-ward',
        conflictingEvents: [
          expect.objectContaining({
            id: receipts[0]?.events[0]?.id,
            type: 'OrganisationRenamed',
            revision: 1,
          }),
        ],
      }),
    ]);
  });
});
