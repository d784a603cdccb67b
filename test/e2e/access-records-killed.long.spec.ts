import { randomInt } from 'node:crypto';
import { setTimeout as elapsed } from 'node:timers/promises';
import { found, Installation } from '../support';

const KILLS = 2;
const IDENTITY = '{ member(id: "m00001") { identity { fullName } } }';
const RECORDS = `query ($after: Cursor) { accessRecords(first: 200, after: $after) {
  edges { node { reason } } pageInfo { hasNextPage endCursor } } }`;

/** Nothing is read while the read model does not have it yet. */
interface Told {
  readonly member: { readonly identity: object | null } | null;
}

interface Page {
  readonly edges: readonly { readonly node: { readonly reason: string | null } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('A service that is killed while somebody looks', () => {
  const installation = new Installation({ LEDGER_INTERVAL: '1s' });
  afterAll(() => installation.remove());

  it('has a record of everything that it told', async () => {
    let service = await installation.start();
    await found(service.client, 'ward', ['cell']);
    const about = { member: 'm00001', effectiveAt: '2024-01-01T08:00:00+07:00' };
    await service.client.give('admitMember', { ...about, organisation: 'cell' });
    await service.client.give('recordMemberIdentity', { ...about, fullName: 'Thử Nghiệm' });
    await service.untilReadinessIs(200);
    const told: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { url } = service;
      const looking = (async () => {
        for (let look = 0; ; look += 1) {
          const reason = `${kill}-${look}`;
          const answer = await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-access-reason': reason },
            body: JSON.stringify({ query: IDENTITY }),
          });
          const { data } = (await answer.json()) as { data?: Told };
          if (data?.member?.identity) told.push(reason);
        }
      })().catch(() => undefined);
      await elapsed(100 + randomInt(200));
      await service.kill();
      await looking;
      service = await installation.start();
    }
    const recorded: (string | null)[] = [];
    for (let after: string | undefined, more = true; more;) {
      const { accessRecords } = await service.client.ask<{ accessRecords: Page }>(RECORDS, {
        after,
      });
      recorded.push(...accessRecords.edges.map(({ node }) => node.reason));
      [after, more] = [accessRecords.pageInfo.endCursor, accessRecords.pageInfo.hasNextPage];
    }
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((reason) => !recorded.includes(reason))).toEqual([]);
    const ready = await (await service.get('/readyz')).json();
    expect(ready).toMatchObject({ accessLedger: { state: expect.not.stringMatching('BROKEN') } });
    await service.stop();
  });
});
