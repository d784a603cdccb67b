import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { recognisedCell } from '../../apps/api/testing/recognised-cell';
import { startTestApi } from '../../apps/api/testing/test-api';
import { runAudit } from './run-audit';

interface Verdict {
  readonly ok: boolean;
  readonly findings: readonly { readonly kind: string; readonly detail: string }[];
}

describe('The tool of auditors, of who looked', () => {
  it('holds every record to what was signed, and is among them itself', async () => {
    const first = await startTestApi();
    const { dataDir } = first;
    await recognisedCell(first);
    const honest = await runAudit('verify', '--url', first.url);
    expect([honest.code, JSON.parse(honest.told)]).toMatchObject([0, { ok: true, findings: [] }]);
    const again = await runAudit('verify', '--url', first.url);
    expect(again.code).toBe(0);
    await first.close();
    const database = new DatabaseSync(join(dataDir, 'access-records', 'records.db'));
    database.exec(
      `UPDATE records SET entry = replace(entry, 'local-operator', 'somebody-else') WHERE number = 0`,
    );
    database.close();
    const api = await startTestApi({ dataDir });
    try {
      const changed = await runAudit('verify', '--url', api.url);
      expect(changed.code).toBe(1);
      const { findings } = JSON.parse(changed.told) as Verdict;
      expect(findings).toMatchObject([
        { kind: 'ALTERED', detail: 'who looked: record 0 is not the one that was signed' },
      ]);
      const ready = (await (await fetch(`${api.url}/readyz`)).json()) as object;
      expect(ready).toMatchObject({ accessLedger: { state: 'BROKEN', found: { index: 0 } } });
      expect(ready).toMatchObject({ ledger: { state: 'SIGNING' } });
    } finally {
      await api.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
