import { join } from 'node:path';
import type { Bench, Benchmark } from '../benchmark';
import { compare } from '../compare';
import { districtOf } from '../synthetic/district';
import { uuidOf } from '../synthetic/target-commands';
import { writeBundle } from '../synthetic/write-bundle';
import type { Imported, ImportRequest } from '../parts/import.part';
import type { Round } from '../parts/part';
import type { ServiceOptions } from '../parts/service.part';
import type { SubscribersOptions, ToldRequest } from '../parts/subscribers.part';
import type { Client, Server } from './over-http';

/** What all of them are told of, and what none of them is. */
const TOLD = `subscription { eventLog(filter: { types: [OrganisationRenamed] }) {
  __typename ... on EventFeedEvent { cursor event { id type } } } }`;

const SIZE = { wards: 10, cellsPerWard: 20, membersPerCell: 0, years: [] };
const CELLS = districtOf(SIZE).cells.map(({ id }) => id);

const command = (type: string, name: string, fields: object): string =>
  JSON.stringify({
    query: `mutation ($input: ${type}Input!) {
      ${type.charAt(0).toLowerCase()}${type.slice(1)}(input: $input) { position } }`,
    variables: {
      input: { commandId: uuidOf(name), effectiveAt: '2024-01-15T09:30:00+07:00', ...fields },
    },
  });

const assignments = (round: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const organisation = CELLS[index % CELLS.length] ?? '';
    const code = `${round}-${Math.floor(index / CELLS.length)}`;
    const about = { title: 'Hộ gia đình đạt chuẩn văn hóa', unit: '%', assigned: '95' };
    const target = { organisation, year: 2024, code, direction: 'AT_LEAST', ...about };
    return command('AssignTarget', `${organisation}/${code}`, target);
  });

/** A service with the organisations of a district. */
async function districtService(bench: Bench, name: string, subscribers: number): Promise<Server> {
  const dataDir = join(bench.folder, name);
  const bundle = join(bench.folder, 'bundle');
  writeBundle(bundle, SIZE);
  const imports = await bench.start<void, ImportRequest, Imported>('import');
  await imports.ask({ bundle, dataDir });
  await imports.close();
  return bench.start('service', { dataDir, subscribers } satisfies ServiceOptions);
}

const countOf = ({ isQuick }: Bench): number => (isQuick ? 100 : 1_000);

function subscribe(bench: Bench, { ready: { url } }: Server) {
  const options: SubscribersOptions = { url, count: countOf(bench), query: TOLD };
  return bench.start<void, ToldRequest, Round>('subscribers', options);
}

/** Whether many who follow slow down what is recorded, which is for none of them. */
export const idleSubscribersBenchmark: Benchmark = {
  name: 'idle-subscribers',
  async run(bench) {
    const count = countOf(bench);
    const perRound = bench.isQuick ? 400 : 2_000;
    const followed = await districtService(bench, 'followed', count);
    const alone = await districtService(bench, 'alone', count);
    const client: Client = await bench.start('http-load');
    await subscribe(bench, followed);
    const record = async (service: Server, round: number): Promise<Round> => {
      const load = await client.ask({
        url: service.ready.url,
        bodies: assignments(round, perRound),
      });
      await service.ask();
      return load;
    };
    const compared = await compare({
      rounds: bench.rounds,
      subject: (round) => record(followed, round),
      floor: (round) => record(alone, round),
    });
    return {
      name: 'idle-subscribers',
      title: `mutations with ${count} subscribers that none of them is for / without`,
      unit: 'requests',
      units: compared.units,
      bytesEach: Buffer.byteLength(assignments(0, 1).join('')),
      subjectPerSecond: compared.subjectPerSecond,
      comparison: { ...compared, floorPeakMemory: await alone.peakMemory() },
      peakMemory: await followed.peakMemory(),
      aim: { kind: 'ratio', atLeast: 0.5 },
    };
  },
};

/** How soon the last of many is told. */
export const toldSubscribersBenchmark: Benchmark = {
  name: 'told-subscribers',
  async run(bench) {
    const count = countOf(bench);
    const service = await districtService(bench, 'data', count);
    const client: Client = await bench.start('http-load');
    const subscribers = await subscribe(bench, service);
    const rename = (round: number): string =>
      command('RenameOrganisation', `rename/${round}`, {
        organisation: CELLS[0],
        name: `Chi bộ ${round}`,
      });
    const rounds: Round[] = [];
    for (let round = 0; round <= bench.rounds; round += 1) {
      const told = subscribers.ask({ messages: 1 });
      await client.ask({ url: service.ready.url, bodies: [rename(round)] });
      rounds.push(await told);
    }
    const slowest = Math.max(...rounds.slice(1).map(({ seconds }) => seconds));
    return {
      name: 'told-subscribers',
      title: `one event, until the last of ${count} subscribers is told; the slowest round`,
      unit: 'messages',
      units: count,
      bytesEach: Buffer.byteLength(rename(0)),
      subjectPerSecond: count / slowest,
      peakMemory: await service.peakMemory(),
      aim: { kind: 'rate', atLeast: count },
    };
  },
};
