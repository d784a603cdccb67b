import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceKeys } from '../keys';
import { ClientAddresses, FailedAttempts } from '../rates';
import { Authentication, LOCAL_OPERATOR, Tokens } from '.';

const attempts = new FailedAttempts(new ClientAddresses([]));

describe('a request from this machine without a token', () => {
  const folder = mkdtempSync(join(tmpdir(), 'identity-'));
  const tokens = new Tokens(new ServiceKeys(folder));
  const request = { socket: { remoteAddress: '127.0.0.1' }, headers: { host: 'localhost:3000' } };
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

describe('a role that somebody held when he asked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'identity-'));
  const keys = new ServiceKeys(folder);
  const tokens = new Tokens(keys);
  const actor = { id: 'm00077', role: 'INTEGRATOR', organisation: 'district' } as const;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is held as long as there is a token for exactly this role that was not revoked', async () => {
    const authentication = new Authentication(tokens, false, attempts);
    expect(await authentication.holds(actor)).toBe(false);
    await tokens.issue({ ...actor, organisation: 'cell' }, '1h');
    await tokens.issue({ ...actor, role: 'AUDITOR' }, '1h');
    expect(await authentication.holds(actor)).toBe(false);
    await tokens.issue(actor, '1h');
    await tokens.issue(actor, '1h');
    expect(await authentication.holds(actor)).toBe(true);
    const own = keys.tokens.notRevokedOf(actor).map(({ id }) => id);
    for (const [at, id] of own.entries()) {
      expect([at, await authentication.holds(actor)]).toEqual([at, true]);
      keys.tokens.revoke(id);
    }
    expect(await authentication.holds(actor)).toBe(false);
  });

  it('is not held by a token that has expired, or is older than tokens may be', async () => {
    const expired = { ...actor, id: 'm00078' };
    keys.tokens.add({
      id: randomUUID(),
      actor: expired.id,
      role: expired.role,
      organisation: expired.organisation,
      issuedAt: '2024-01-01T00:00:00.000Z',
      expiresAt: '2024-01-02T00:00:00.000Z',
    });
    expect(await new Authentication(tokens, false, attempts).holds(expired)).toBe(false);
    keys.tokens.add({
      id: randomUUID(),
      actor: expired.id,
      role: expired.role,
      organisation: expired.organisation,
      issuedAt: '2024-01-01T00:00:00.000Z',
      expiresAt: '2999-01-01T00:00:00.000Z',
    });
    expect(await new Authentication(tokens, false, attempts).holds(expired)).toBe(false);
  });

  it('is held by the local operator where there is one', async () => {
    expect(await new Authentication(tokens, true, attempts).holds(LOCAL_OPERATOR)).toBe(true);
    expect(await new Authentication(tokens, false, attempts).holds(LOCAL_OPERATOR)).toBe(false);
  });
});
