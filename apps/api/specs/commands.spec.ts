import { randomUUID } from 'node:crypto';
import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { Receipt, TestApi } from '../testing/test-api';

const cell = (organisation: string) => ({
  organisation,
  kind: 'GRASSROOTS_CELL',
  name: `Chi bộ ${organisation}`,
  organisationType: 'agency',
});

describe('a command', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const nameOf = async (organisation: string, atLeast: string) => {
    const { data, errors } = await api.ask(
      `query ($id: ID!, $atLeast: Position) { organisation(id: $id, atLeast: $atLeast) {
         name projectedThrough } }`,
      { id: organisation, atLeast },
    );
    expect(errors).toEqual([]);
    return data?.organisation as { name: string; projectedThrough: string } | null;
  };

  it('can be read back at the position of its receipt', async () => {
    const { position } = await api.record('establishOrganisation', cell('cell-1'));
    const read = await nameOf('cell-1', position);

    expect(read?.name).toBe('Chi bộ cell-1');
    expect(BigInt(read?.projectedThrough ?? 0) >= BigInt(position)).toBe(true);
  });

  it('given again under the same id, in any letters, records nothing and returns the same receipt', async () => {
    const commandId = randomUUID();
    const first = await api.record('establishOrganisation', { ...cell('cell-2'), commandId });
    const again = await api.record('establishOrganisation', {
      ...cell('cell-2'),
      commandId: commandId.toUpperCase(),
    });

    expect(again).toEqual({ ...first, duplicate: true });
  });

  it('may leave out or null what is optional', async () => {
    const receipt = await api.record('establishOrganisation', {
      ...cell('cell-3'),
      parent: null,
      reason: null,
      legalBasis: null,
    });

    expect(receipt.events).toMatchObject([{ type: 'OrganisationEstablished' }]);
  });

  it('carries its reason and what it rests on into the event', async () => {
    const given = {
      reason: 'Thành lập mới',
      legalBasis: [{ number: '81-KH/TU', date: '2023-05-17', issuer: 'Thành ủy', title: null }],
      evidence: [{ sha256: 'ab'.repeat(32), kind: 'DECISION', name: 'qd.pdf' }],
      onBehalfOf: { id: 'm00007', role: 'SECRETARY', organisation: 'cell-4' },
    };
    const { position, events } = await api.record('establishOrganisation', {
      ...cell('cell-4'),
      ...given,
    });
    const { data } = await api.ask(
      `query ($id: ID!, $atLeast: Position) { event(id: $id, atLeast: $atLeast) {
         reason legalBasis { number date issuer title } evidence { sha256 kind name }
         onBehalfOf { id role organisation } summary(language: EN) data } }`,
      { id: events[0]?.id, atLeast: position },
    );

    expect(data?.event).toEqual({
      ...given,
      summary: expect.stringContaining('Chi bộ cell-4'),
      data: cell('cell-4'),
    });
  });

  it('of two clients for one meeting both get in', async () => {
    await api.record('establishOrganisation', cell('cell-5'));
    const meetings = ['meeting-1', 'meeting-2'].map((meeting) =>
      api.record('scheduleMeeting', {
        meeting,
        organisation: 'cell-5',
        kind: 'REGULAR',
        startsAt: '2024-03-05T08:00:00+07:00',
      }),
    );
    const votes = (await Promise.all(meetings)).length;

    expect(votes).toBe(2);
  });

  it('in one request with another is given before it', async () => {
    const query = `mutation ($a: EstablishOrganisationInput!, $b: RenameOrganisationInput!) {
      first: establishOrganisation(input: $a) { revision }
      second: renameOrganisation(input: $b) { revision } }`;
    const { data } = await api.ask(query, {
      a: withCommon(cell('cell-6')),
      b: withCommon({ organisation: 'cell-6', name: 'Chi bộ sáu' }),
    });

    expect(data).toEqual({ first: { revision: 0 }, second: { revision: 1 } });
  });

  it('is refused over GET', async () => {
    const query = encodeURIComponent(mutationOf('dissolveOrganisation'));
    const response = await fetch(`${api.url}/graphql?query=${query}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });

    expect(response.status).toBe(405);
  });

  it('that waits for a position never reached is answered', async () => {
    const { errors } = await api.ask(
      '{ organisation(id: "cell-1", atLeast: "9000000000000000000") { id } }',
    );

    expect(errors[0]?.extensions).toMatchObject({
      code: 'READ_MODEL_BEHIND',
      position: '9000000000000000000',
    });
  });

  it('takes free JSON as it comes', async () => {
    const receipt = await api.ask(mutationOf('draftFramework'), {
      input: withCommon({ framework: 'f', version: 1, definition: { nonsense: null } }),
    });

    expect(receipt.errors[0]?.extensions).toMatchObject({
      code: 'RULE_VIOLATED',
      refusal: 'FRAMEWORK_INVALID',
    });
  });

  it('can be many at once', async () => {
    const receipts: Receipt[] = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        api.record('establishOrganisation', cell(`many-${index}`)),
      ),
    );

    expect(new Set(receipts.map(({ position }) => position)).size).toBe(50);
  });
});
