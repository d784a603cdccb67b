import { join } from 'node:path';
import { Tokens } from '../../../apps/api/identity';
import { ServiceKeys } from '../../../apps/api/keys';
import type { Benchmark } from '../benchmark';
import { compare } from '../compare';
import { districtOf } from '../synthetic/district';
import { writeBundle } from '../synthetic/write-bundle';
import type { Imported, ImportRequest } from '../parts/import.part';
import type { Client, Server } from './over-http';
import type { ServiceOptions } from '../parts/service.part';

/** A page of everything that a cell met in a year: the secretary is not asked which cell. */
const PAGE = `edges { cursor node { id organisation { id } state startsAt } } pageInfo { hasNextPage }`;

export const scopeBenchmark: Benchmark = {
  name: 'scope',
  async run(bench) {
    const dataDir = join(bench.folder, 'data');
    const bundle = join(bench.folder, 'bundle');
    const size = {
      wards: bench.isQuick ? 2 : 22,
      cellsPerWard: 12,
      membersPerCell: 6,
      years: [2024],
    };
    writeBundle(bundle, size);
    const imports = await bench.start<void, ImportRequest, Imported>('import');
    await imports.ask({ bundle, dataDir });
    await imports.close();

    const cell = districtOf(size).cells.at(-1)?.id ?? '';
    const service: Server = await bench.start('service', { dataDir } satisfies ServiceOptions);
    const client: Client = await bench.start('http-load');
    const { url } = service.ready;
    const tokens = new Tokens(new ServiceKeys(join(dataDir, 'keys')));
    const token = (role: 'SECRETARY' | 'OPERATOR') =>
      tokens.issue({ id: 'm1', role, organisation: cell }, '1h');
    const bodyOf = (args: string) =>
      JSON.stringify({ query: `{ meetings(first: 20, year: 2024${args}) { ${PAGE} } }` });
    const times = bench.isQuick ? 600 : 2_000;
    const own = { url, bodies: [bodyOf('')], times, token: await token('SECRETARY') };
    const same = {
      url,
      bodies: [bodyOf(`, organisation: "${cell}"`)],
      times,
      token: await token('OPERATOR'),
    };
    const [seen, named] = [await client.ask(own), await client.ask(same)];
    if (withoutCursors(seen.sample) !== withoutCursors(named.sample)) {
      throw new Error('The secretary sees another page');
    }
    const compared = await compare({
      rounds: bench.rounds,
      subject: () => client.ask(own),
      floor: () => client.ask(same),
    });
    return {
      name: 'scope',
      title: `a page of its meetings for the secretary of one cell of ${size.wards * size.cellsPerWard} / the same for an operator`,
      unit: 'requests',
      units: compared.units,
      bytesEach: Buffer.byteLength(seen.sample),
      subjectPerSecond: compared.subjectPerSecond,
      comparison: { ...compared, floorPeakMemory: await client.peakMemory() },
      peakMemory: await service.peakMemory(),
      aim: { kind: 'ratio', atLeast: 0.9 },
    };
  },
};

/** A cursor is of its list, and these are two. */
function withoutCursors(answer: string): string {
  return answer.replaceAll(/"cursor":"[^"]*"/g, '');
}
