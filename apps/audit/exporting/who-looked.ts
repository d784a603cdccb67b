import type { UrlSource } from './url-source';

const FOLDER = '/ledger/access';
/** Asked for at once. */
const RECORDS = 10_000;

/** Who looked, as a service tells it to whoever verifies it. */
export interface WhoLooked {
  readonly checkpoint: string;
  readonly checkpoints: string;
  readonly keys: readonly string[];
  /** 32 bytes each. */
  readonly leaves: Buffer;
  /** Lines of `{"index", "entry"}`; only those in the scope of who asks where it is a part. */
  readonly records: readonly string[];
  readonly isPart: boolean;
}

/** Nothing where the service has none to tell, or not to this role. */
export async function whoLooked(
  service: UrlSource,
  sizeOf: (checkpoint: string) => number,
): Promise<WhoLooked | undefined> {
  const first = await service.find(`${FOLDER}/checkpoint`);
  if (first === undefined) return undefined;
  const checkpoint = await first.text();
  const size = sizeOf(checkpoint);
  const text = async (path: string) => (await service.find(`${FOLDER}${path}`))?.text() ?? '';
  const leaves: Uint8Array[] = [];
  for await (const tile of service.leaves(size, FOLDER)) leaves.push(tile);
  const records: string[] = [];
  let isPart = false;
  for (let from = 0; from < size; from += RECORDS) {
    const to = Math.min(size, from + RECORDS);
    const answer = await service.find(`${FOLDER}/records?from=${from}&to=${to}`);
    isPart ||= answer?.headers.get('x-history-part') !== null;
    records.push(...((await answer?.text()) ?? '').split('\n').filter((line) => line !== ''));
  }
  return {
    checkpoint,
    checkpoints: await text('/checkpoints'),
    keys: (await text('/key'))
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0] ?? ''),
    leaves: Buffer.concat(leaves),
    records,
    isPart,
  };
}
