import type { Bench, Result } from '../benchmark';
import { compare } from '../compare';
import type { AppendsRequest } from '../parts/appending';
import type { LogAddress } from '../parts/open-log';
import type { Round } from '../parts/part';
import type { PartProcess } from '../parts/part-process';
import { logEventOf } from '../synthetic/log-events';
import { comparedResult } from './compared-result';

const OF_APPENDS = {
  bytesEach: Buffer.byteLength(JSON.stringify(logEventOf('one'))),
  aim: { kind: 'ratio', atLeast: 0.8 },
} as const;

export interface AppendComparison {
  readonly name: string;
  /** What the port is compared with. */
  readonly against: string;
  readonly atATime: number;
  /** In one round. */
  readonly appends: number;
}

export interface AppendSides<Request> {
  readonly address: LogAddress;
  readonly floor: PartProcess<void, Request, Round>;
  readonly request: (appends: AppendsRequest, round: number) => Request;
}

/** Appends through the port, and the same by the least that the store's own client takes. */
export async function compareAppends<Request>(
  bench: Bench,
  { name, against, atATime, appends }: AppendComparison,
  { address, floor, request }: AppendSides<Request>,
): Promise<Result> {
  const subject = await bench.start<void, AppendsRequest, Round>('log-appends', address);
  const of = (side: string, round: number): AppendsRequest => ({
    round: `${name}-${process.pid}-${side}-${round}`,
    appends: bench.isQuick ? appends / 10 : appends,
    atATime,
  });
  const compared = await compare({
    rounds: bench.rounds,
    subject: (round) => subject.ask(of('subject', round)),
    floor: (round) => floor.ask(request(of('floor', round), round)),
  });
  const title = `appends through the port, ${atATime} at a time / ${against}`;
  return comparedResult({ ...OF_APPENDS, name, title, compared, subject, floor });
}

/** Catching up with a log of some events through the port, and the same by the store's own client. */
export async function compareSubscriptions<Request>(
  bench: Bench,
  { name, against }: Pick<AppendComparison, 'name' | 'against'>,
  {
    address,
    floor,
    request,
  }: Omit<AppendSides<Request>, 'request'> & { readonly request: Request },
): Promise<Result> {
  const setUp = await bench.start<void, AppendsRequest, Round>('log-appends', address);
  await setUp.ask({ round: 'read', appends: bench.isQuick ? 2_000 : 20_000, atATime: 50 });
  await setUp.close();
  const subject = await bench.start<void, void, Round>('log-subscription', address);
  const compared = await compare({
    rounds: bench.rounds,
    subject: () => subject.ask(),
    floor: () => floor.ask(request),
  });
  const title = `catching up through the port / ${against}`;
  return comparedResult({ ...OF_APPENDS, name, title, compared, subject, floor });
}
