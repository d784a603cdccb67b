import { rmSync } from 'node:fs';
import { ProjectionRun } from '#projection-engine';
import { PROJECTIONS } from '#projections';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { LARGE_YEAR_KINDS, eventsOf, largeYear } from '../synthetic/large-year';

async function main() {
  for (const name of (process.argv[2] ?? 'scorecards').split(','))
  for (const kind of LARGE_YEAR_KINDS) {
    const path = `/tmp/adhoc/v.db`;
    for (const s of ['', '-wal', '-shm']) rmSync(path + s, { force: true });
    const store = openSqliteDocumentStore({ path });
    const projection = PROJECTIONS.find((p) => p.name === name)!;
    const owner = await store.lease.acquire({ projection: `${name}@1`, holder: 'x', ttlMs: 1e9, now: 0 });
    const run = await ProjectionRun.open(projection, store, owner!);
    const facts = largeYear(kind);
    const per = eventsOf(kind);
    const take = (n: number) => Array.from({ length: n }, () => facts.next().value!);
    const apply = async (n: number, batch: number) => { const all=[]; for (let i=0;i<n;i+=batch) all.push(take(batch*per)); const t = performance.now(); for (const b of all) await run.apply(b); return (performance.now() - t) / n; };
    await apply(100, 100);
    await apply(200, 2);
    const early = await apply(200, 2);
    await apply(9600, 500);
    const late = await apply(200, 2);
    console.log(name, kind, 'ms/fact at ~400', early.toFixed(3), 'at 10000', late.toFixed(3), 'ratio', (late / early).toFixed(2));
    await store.close();
  }
}
void main();
