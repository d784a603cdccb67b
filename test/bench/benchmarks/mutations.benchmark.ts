import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { compare } from '../compare';
import { districtOf } from '../synthetic/district';
import { uuidOf } from '../synthetic/target-commands';
import { writeBundle } from '../synthetic/write-bundle';
import type { Imported, ImportRequest } from '../parts/import.part';
import { startOverHttp } from './over-http';

const MUTATION = `mutation AssignTarget($input: AssignTargetInput!) {
  assignTarget(input: $input) {
    commandId stream revision position recordedAt duplicate events { id type revision }
  }
}`;

export const mutationsBenchmark: Benchmark = {
  name: 'mutations',
  async run(bench) {
    const size = {
      wards: 10,
      cellsPerWard: bench.isQuick ? 20 : 100,
      membersPerCell: 0,
      years: [],
    };
    const perRound = bench.isQuick ? 500 : 4_000;
    const organisations = districtOf(size).cells.map(({ id }) => id);
    const dataDir = join(bench.folder, 'data');
    await setUp();

    const { service, bare, client, answer } = await startOverHttp(
      bench,
      { dataDir },
      assignment(organisations[0] ?? '', 'first'),
    );
    const compared = await compare({
      rounds: bench.rounds,
      subject: async (round) => {
        const load = await client.ask({ url: service.ready.url, bodies: bodiesOf(round) });
        await service.ask();
        return load;
      },
      floor: (round) => client.ask({ url: bare.ready.url, bodies: bodiesOf(round) }),
    });
    return {
      name: 'mutations',
      title: 'mutations over HTTP / a bare Apollo server answering a constant',
      unit: 'requests',
      units: compared.units,
      bytesEach: Buffer.byteLength(answer),
      subjectPerSecond: compared.subjectPerSecond,
      comparison: { ...compared, floorPeakMemory: await bare.peakMemory() },
      peakMemory: await service.peakMemory(),
      aim: { kind: 'ratio', atLeast: 0.7 },
    };

    async function setUp(): Promise<void> {
      const bundle = join(bench.folder, 'bundle');
      writeBundle(bundle, size);
      const imports = await bench.start<void, ImportRequest, Imported>('import');
      await imports.ask({ bundle, dataDir });
      await imports.close();
    }

    function bodiesOf(round: number): readonly string[] {
      return Array.from({ length: perRound }, (_, index) => {
        const organisation = organisations[index % organisations.length] ?? '';
        return assignment(organisation, `${round}-${Math.floor(index / organisations.length)}`);
      });
    }
  },
};

function assignment(organisation: string, code: string): string {
  const input = {
    commandId: uuidOf(`${organisation}/${code}`),
    effectiveAt: '2024-01-15T09:30:00+07:00',
    organisation,
    year: 2024,
    code,
    title: 'Hộ gia đình đạt chuẩn văn hóa',
    unit: '%',
    assigned: '95',
    direction: 'AT_LEAST',
  };
  return JSON.stringify({ query: MUTATION, operationName: 'AssignTarget', variables: { input } });
}
