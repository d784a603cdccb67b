import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceKeys } from '../keys';
import { ClientAddresses, FailedAttempts } from '../rates';
import { Authentication, LOCAL_OPERATOR, Tokens } from '.';

describe('a request from this machine without a token', () => {
  const folder = mkdtempSync(join(tmpdir(), 'identity-'));
  const tokens = new Tokens(new ServiceKeys(folder));
  const request = { socket: { remoteAddress: '127.0.0.1' }, headers: { host: 'localhost:3000' } };
  const attempts = new FailedAttempts(new ClientAddresses([]));
  const peers = (isOwn: boolean) => ({ isOwn: () => Promise.resolve(isOwn) });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('acts as the local operator', async () => {
    const authentication = new Authentication(tokens, true, attempts, undefined, peers(true));

    expect(await authentication.actorOf(request)).toEqual(LOCAL_OPERATOR);
  });

  it("is nobody when another user's program makes it, as a proxy does", async () => {
    const authentication = new Authentication(tokens, true, attempts, undefined, peers(false));

    await expect(authentication.actorOf(request)).rejects.toThrow('A bearer token is needed.');
  });

  it('is nobody where there is no local operator: in a container, a neighbour comes over loopback too', async () => {
    const authentication = new Authentication(tokens, false, attempts);
    const actor = { id: 'm00001', role: 'AUDITOR', organisation: 'district' } as const;
    const authorization = `Bearer ${await tokens.issue(actor, '1h')}`;

    await expect(authentication.actorOf(request)).rejects.toThrow('A bearer token is needed.');
    expect(await authentication.actorOf({ ...request, headers: { authorization } })).toEqual(actor);
  });
});
