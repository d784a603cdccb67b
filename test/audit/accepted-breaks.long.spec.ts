import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { recognisedCell } from '../../apps/api/testing/recognised-cell';
import { startTestApi } from '../../apps/api/testing/test-api';
import { runAudit } from './run-audit';

const REASON = 'Restored from the back-up of May.';

interface Finding {
  readonly kind: string;
  readonly event: string | null;
  readonly detail: string;
}

describe('The tool of auditors, of a ledger that was broken', () => {
  it('has the break accepted by an operator, and tells it to whoever kept what was signed before', async () => {
    const first = await startTestApi();
    const { dataDir } = first;
    await recognisedCell(first);
    await first.ask('{ checkpoint { size } }');
    const kept = join(dataDir, 'kept');
    writeFileSync(kept, await (await fetch(`${first.url}/ledger/checkpoint`)).text());
    await first.close();
    const database = new DatabaseSync(join(dataDir, 'log.db'));
    database.exec(`UPDATE event SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE position = 6`);
    database.close();
    const api = await startTestApi({ dataDir });
    try {
      await api.ask('{ checkpoint { size } }');
      const broken = await runAudit('verify', '--url', api.url);
      expect(broken.code).toBe(1);
      const accepted = await runAudit('accept-break', '--url', api.url, '--reason', REASON);
      expect(accepted.code).toBe(0);
      const { event, origin } = JSON.parse(accepted.told) as { event: string; origin: string };
      expect(origin).toMatch(/\/2$/);
      expect((await runAudit('accept-break', '--url', api.url, '--reason', REASON)).code).toBe(2);

      const anew = await runAudit('verify', '--url', api.url);
      expect([anew.code, JSON.parse(anew.told)]).toMatchObject([0, { ok: true }]);
      const since = await runAudit('verify', '--url', api.url, '--since', kept);
      expect(since.code).toBe(1);
      const { findings } = JSON.parse(since.told) as { findings: Finding[] };
      const told = findings.find((finding) => finding.event === event);
      expect(told).toMatchObject({ kind: 'NOT_CONSISTENT', event });
      for (const words of [REASON, 'from event 5 on', '/ledger/trees/1/checkpoints']) {
        expect(told?.detail).toContain(words);
      }
    } finally {
      await api.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
