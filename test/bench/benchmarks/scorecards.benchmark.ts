import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { compare } from '../compare';
import { writeBundle } from '../synthetic/write-bundle';
import type { Imported, ImportRequest } from '../parts/import.part';
import { startOverHttp } from './over-http';

const QUERY = `query Scorecards($year: Int!) {
  scorecards(year: $year, first: 20) {
    edges {
      cursor
      node {
        organisation { id name }
        year outcome failedRules
        goods {
          code status
          conditions { id rule kind status metric low high actual operator threshold }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const scorecardsBenchmark: Benchmark = {
  name: 'scorecards',
  async run(bench) {
    const dataDir = join(bench.folder, 'data');
    const bundle = join(bench.folder, 'bundle');
    writeBundle(bundle, { wards: 2, cellsPerWard: 12, membersPerCell: 12, years: [2024] });
    const imports = await bench.start<void, ImportRequest, Imported>('import');
    await imports.ask({ bundle, dataDir });
    await imports.close();

    const page = JSON.stringify({ query: QUERY, variables: { year: 2024 } });
    const { service, bare, client, answer } = await startOverHttp(bench, { dataDir }, page);
    const load = { bodies: [page], times: bench.isQuick ? 100 : 600 };
    const compared = await compare({
      rounds: bench.rounds,
      subject: () => client.ask({ url: service.ready.url, ...load }),
      floor: () => client.ask({ url: bare.ready.url, ...load }),
    });
    return {
      name: 'scorecards',
      title: 'a page of 20 scorecards / a bare Apollo server answering the same bytes',
      unit: 'requests',
      units: compared.units,
      bytesEach: Buffer.byteLength(answer),
      subjectPerSecond: compared.subjectPerSecond,
      comparison: { ...compared, floorPeakMemory: await bare.peakMemory() },
      peakMemory: await service.peakMemory(),
      aim: { kind: 'ratio', atLeast: 0.5 },
    };
  },
};
