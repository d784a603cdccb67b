import { join } from 'node:path';
import { MasterKeys, SubjectVault } from '#identity';
import { openSqliteSubjectKeys } from '#identity/sqlite';
import { startTestApi } from '../../testing/test-api';

const IDENTITY = '{ member(id: "m00001") { identity { state fullName } } }';

it('An erasure of which only the keys were destroyed is recorded at the next start, once', async () => {
  const first = await startTestApi();
  await first.record('establishOrganisation', {
    organisation: 'c1',
    kind: 'GRASSROOTS_COMMITTEE',
    name: 'c1',
    organisationType: 'ward',
  });
  await first.record('admitMember', { member: 'm00001', organisation: 'c1' });
  await first.record('recordMemberIdentity', { member: 'm00001', fullName: 'Thử Nghiệm' });
  await first.settle();
  expect((await first.ask(IDENTITY)).data).toEqual({
    member: { identity: { state: 'RECORDED', fullName: 'Thử Nghiệm' } },
  });
  await first.close();

  // What is left behind by a process that ended between the two.
  const keys = join(first.dataDir, 'keys');
  const vault = new SubjectVault(
    openSqliteSubjectKeys(join(keys, 'subjects.db')),
    MasterKeys.inFile(join(keys, 'master.key')),
  );
  const commandId = '00000000-0000-4000-8000-000000000001';
  await vault.destroy('member/m00001', {
    commandId,
    command: JSON.stringify({
      command: { type: 'EraseMemberIdentity', member: 'm00001' },
      commandId,
      effectiveAt: '2024-02-01T08:00:00+07:00',
      actor: { id: 'operator', role: 'OPERATOR', organisation: 'c1' },
      reason: 'Asked for.',
    }),
  });
  await vault.close();

  for (const _ of ['next', 'the one after']) {
    const again = await startTestApi({ dataDir: first.dataDir });
    await again.settle();
    const erased = (await again.service.log.readStreamSlice('member-m00001', 0)).filter(
      ({ type }) => type === 'MemberIdentityErased',
    );
    expect(erased.map(({ metadata }) => metadata.commandId)).toEqual([commandId]);
    expect(await again.service.vault.pending()).toEqual([]);
    expect((await again.ask(IDENTITY)).data).toEqual({
      member: { identity: { state: 'ERASED', fullName: null } },
    });
    await again.close();
  }
  await first.stop();
});
