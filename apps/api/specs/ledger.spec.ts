import {
  entriesOf,
  isConsistent,
  isIncluded,
  leafHash,
  readCheckpoint,
  readTlogProof,
  readVerifierKey,
  signaturesOf,
} from '#ledger';
import type { Role } from '#vocabulary';
import { CHECKPOINT, recordReward } from '../testing/ledger';
import type { ToldCheckpoint } from '../testing/ledger';
import { recognisedCell } from '../testing/recognised-cell';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

describe('The ledger of a history', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await recognisedCell(api);
    await api.settle();
  });
  afterAll(() => api.stop());

  const checkpoint = async (): Promise<ToldCheckpoint> => {
    const { data } = await api.ask(CHECKPOINT);
    return data?.checkpoint as ToldCheckpoint;
  };
  const get = (path: string, token?: string) =>
    fetch(`${api.url}${path}`, token === undefined ? {} : { headers: bearer(token) });
  const tokenAs = (role: Role) =>
    api.tokens.issue({ id: 'm00009', role, organisation: 'district' }, '1h');
  const events = async (): Promise<readonly { id: string }[]> => {
    const { data } = await api.ask('{ history(filter: {}, first: 200) { edges { node { id } } } }');
    const found = data?.history as { edges: { node: { id: string } }[] } | undefined;
    return (found?.edges ?? []).map(({ node }) => node);
  };

  it('signs everything recorded so far, under the key that it publishes', async () => {
    const told = await checkpoint();
    const signed = readCheckpoint(told.note);
    expect(signed.size).toBe((await events()).length);
    expect(told).toMatchObject({ origin: signed.origin, size: String(signed.size) });
    expect(Buffer.from(told.root, 'base64')).toEqual(signed.root);
    const line = (await (await get('/ledger/key')).text()).trim();
    const [key = '', from] = line.split(' ');
    expect(from).toBe('from=0');
    expect(signaturesOf(signed.note, readVerifierKey(key))).toHaveLength(1);
    const served = await get('/ledger/checkpoint');
    expect(served.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await served.text()).toBe(told.note);
  });

  it('proves each event, in a form that others verify', async () => {
    const { size } = await checkpoint();
    for (const { id } of await events()) {
      const proof = readTlogProof(await (await get(`/ledger/proof/${id}.tlog-proof`)).text());
      const tree = readCheckpoint(proof.checkpoint);
      const leaf = leafHash(proof.extra ?? '');
      expect(proof.extra).toContain(id);
      expect(isIncluded(leaf, proof.index, tree, proof.hashes)).toBe(true);
      const { data } = await api.ask(
        `{ inclusionProof(eventId: "${id}") { index size leaf entry hashes note } event(id: "${id}") { ledger { index coveredBy { size } } } }`,
      );
      expect(data?.inclusionProof).toEqual({
        index: String(proof.index),
        size,
        leaf: leaf.toString('base64'),
        entry: proof.extra,
        hashes: proof.hashes.map((hash) => hash.toString('base64')),
        note: proof.checkpoint,
      });
      expect(data?.event).toEqual({ ledger: { index: String(proof.index), coveredBy: { size } } });
    }
  });

  it('grows, and proves that it only grew', async () => {
    const before = readCheckpoint((await checkpoint()).note);
    const { events: recorded } = await recordReward(api);
    await api.settle();
    const { data: unsigned } = await api.ask(
      `{ event(id: "${recorded[0]?.id}") { ledger { index } } }`,
    );
    expect(unsigned?.event).toEqual({ ledger: null });
    const after = readCheckpoint((await checkpoint()).note);
    expect(after.size).toBe(before.size + 1);
    const { data } = await api.ask(
      `{ consistencyProof(from: "${before.size}", to: "${after.size}") { from to hashes } }`,
    );
    const told = data?.consistencyProof as { hashes: string[] } | undefined;
    const proof = told?.hashes.map((hash) => Buffer.from(hash, 'base64'));
    expect(isConsistent(before, after, proof ?? [])).toBe(true);
    const kept = await (await get(`/ledger/checkpoints?from=${before.size}`)).text();
    expect(kept.split('---\n').map((note) => readCheckpoint(note).size)).toEqual([
      before.size,
      after.size,
    ]);
  });

  it('tells its leaves and their entries by tiles', async () => {
    const { size } = await checkpoint();
    const tile = Buffer.from(await (await get(`/ledger/tile/0/000.p/${size}`)).arrayBuffer());
    const bundle = await get(`/ledger/tile/entries/000.p/${size}`);
    const entries = entriesOf(Buffer.from(await bundle.arrayBuffer()));
    expect(Buffer.concat(entries.map((entry) => leafHash(entry)))).toEqual(tile);
    expect(bundle.headers.get('cache-control')).toContain('immutable');
    for (const path of ['0/000', '0/001', `0/000.p/${Number(size) + 1}`, '9/000', '0/0', 'x/000']) {
      expect((await get(`/ledger/tile/${path}`)).status).toBe(404);
    }
  });

  it('tells events as they are stored to whoever verifies, and what names nobody to every role', async () => {
    const [one] = await events();
    const open = [
      '/ledger/checkpoint',
      '/ledger/checkpoints',
      '/ledger/key',
      '/ledger/tile/0/000.p/1',
    ];
    const closed = [
      '/ledger/tile/entries/000.p/1',
      `/ledger/proof/${one?.id}.tlog-proof`,
      '/ledger/events?from=0&to=5',
    ];
    const statuses = async (role: Role, paths: readonly string[]) => {
      const token = await tokenAs(role);
      return Promise.all(paths.map(async (path) => (await get(path, token)).status));
    };
    expect(await statuses('INTEGRATOR', open)).toEqual([200, 200, 200, 200]);
    expect(await statuses('AUDITOR', closed)).toEqual([200, 200, 200]);
    expect(await statuses('SUPERIOR_COMMITTEE', closed)).toEqual([403, 403, 403]);
    expect(await statuses('INTEGRATOR', closed)).toEqual([403, 403, 403]);
    const refused = await api.ask(
      `{ inclusionProof(eventId: "${one?.id}") { index } }`,
      {},
      bearer(await tokenAs('SUPERIOR_COMMITTEE')),
    );
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await get('/ledger/checkpoint', 'none')).status).toBe(401);
  });

  it('tells lines of an export by the numbers of leaves', async () => {
    const text = await (await get('/ledger/events?from=1&to=3')).text();
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { index: number });
    expect(lines.map(({ index }) => index)).toEqual([1, 2]);
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'index',
      'id',
      'stream',
      'revision',
      'type',
      'schemaVersion',
      'recordedAt',
      'data',
      'metadata',
    ]);
    const wrong = await get('/ledger/events?from=1&to=99999999');
    expect(await wrong.json()).toMatchObject({
      errors: [{ extensions: { code: 'VALIDATION_FAILED' } }],
    });
    expect((await get('/ledger/proof/none.tlog-proof')).status).toBe(404);
  });
});

function bearer(token: string) {
  return { authorization: `Bearer ${token}` };
}
