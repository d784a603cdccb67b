import { onServer } from '#read-models/contract';
import { MongodbServer } from '#read-models/mongodb/testing';
import { appraisedCell, RECOGNITION } from '../../apps/api/testing/recognised-cell';
import { mutationOf, startTestApi, withCommon } from '../../apps/api/testing/test-api';
import type { TestApi } from '../../apps/api/testing/test-api';
import { documentsOf } from '../support';

const ORGANISATIONS = '{ organisations(first: 10) { edges { node { id } } } }';
const AT_LEAST = `query ($p: Position) {
  organisations(first: 10, atLeast: $p) { edges { node { id } } } }`;
const STATES = '{ status { projections { state } } }';

onServer('TEST_MONGODB_SERVER', 'while the store of read models is away', (program) => {
  let server: MongodbServer;
  let api: TestApi;

  beforeAll(async () => {
    server = await MongodbServer.started(program);
    api = await startTestApi({ stores: { readModelsUrl: `${server.url}/views` } });
    await appraisedCell(api);
    await api.settle();
  });
  afterAll(async () => {
    await api.stop();
    await server.remove();
  });

  async function establishes(organisation: string): Promise<string> {
    const { position } = await api.record('establishOrganisation', {
      organisation,
      name: 'Tên',
      kind: 'GRASSROOTS_CELL',
      organisationType: 'agency',
      parent: 'district',
    });
    return position;
  }

  async function refusedWith(query: string, variables: object = {}): Promise<unknown> {
    const { errors } = await api.ask(query, variables);
    return errors[0]?.extensions.code;
  }

  async function readiness(): Promise<{ readonly status: number; readonly readModels: string }> {
    const response = await fetch(`${api.url}/readyz`);
    const { readModels } = (await response.json()) as { readonly readModels: string };
    return { status: response.status, readModels };
  }

  async function idsAt(position: string): Promise<readonly string[]> {
    const { data } = await api.ask(AT_LEAST, { p: position });
    const answer = data as {
      readonly organisations: { readonly edges: readonly { readonly node: { id: string } }[] };
    };
    return answer.organisations.edges.map(({ node }) => node.id);
  }

  it('says that it is not ready, and answers UNAVAILABLE rather than nothing', async () => {
    expect(await readiness()).toEqual({ status: 200, readModels: 'open' });
    await server.kill();

    expect(await refusedWith(ORGANISATIONS)).toBe('UNAVAILABLE');
    expect(await readiness()).toEqual({ status: 503, readModels: 'unavailable' });
  });

  it('records what needs no read model, and does not let anyone wait for it to be counted', async () => {
    const position = await establishes('cell-2');

    expect(await refusedWith(AT_LEAST, { p: position })).toBe('UNAVAILABLE');
    const { data } = await api.ask(STATES);
    expect(JSON.stringify(data)).toContain('WAITING');
    expect(JSON.stringify(data)).not.toContain('STOPPED');
  });

  it('refuses what cannot be decided without read models', async () => {
    const query = mutationOf('grantRecognition');

    expect(await refusedWith(query, { input: withCommon(RECOGNITION) })).toBe('UNAVAILABLE');
  });

  it('goes on by itself when it is back, with all that was recorded meanwhile', async () => {
    await server.start();
    const position = await establishes('cell-3');
    await api.settle();
    await api.record('grantRecognition', RECOGNITION);

    expect(await idsAt(position)).toEqual(expect.arrayContaining(['cell-2', 'cell-3']));
    expect(await readiness()).toEqual({ status: 200, readModels: 'open' });
    await api.close();
    expect(await documentsOf(api.dataDir, `${server.url}/views`)).toEqual(
      await documentsOf(api.dataDir, `${api.dataDir}/anew.db`),
    );
  });
});
