import { setTimeout as elapsed } from 'node:timers/promises';
import type { UrlSource } from './url-source';

/** What `history` tells of an event: what people read and decide on. */
export interface ToldEvent {
  readonly id: string;
  readonly type: string;
}

const AT_ONCE = 200;
/** What was signed right now may not be counted yet. */
const TRIES = 10;
const TRY_AGAIN_MS = 500;

/** What a page of the history shows of an event; where it stands is of the store that it is in now. */
export const SHOWN = {
  id: true,
  stream: true,
  revision: true,
  type: true,
  schemaVersion: true,
  effectiveAt: true,
  recordedAt: true,
  actor: ['id', 'role', 'organisation'],
  onBehalfOf: ['id', 'role', 'organisation'],
  reason: true,
  legalBasis: ['number', 'date', 'issuer', 'title'],
  evidence: ['sha256', 'kind', 'name'],
  correlationId: true,
  causationId: true,
  commandId: true,
  organisations: true,
  members: true,
  cases: true,
  backdatedDays: true,
  source: ['importId', 'file', 'row', 'key'],
  data: true,
} as const satisfies Readonly<Record<string, true | readonly string[]>>;

const SELECTION = Object.entries(SHOWN)
  .map(([name, fields]) => (fields === true ? name : `${name} { ${fields.join(' ')} }`))
  .join(' ');

const HISTORY = `query ($after: Cursor, $atLeast: Position) {
  history(filter: {}, first: ${AT_ONCE}, after: $after, atLeast: $atLeast) {
    edges { node { ${SELECTION} } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const EVENT = 'query ($id: ID!) { event(id: $id) { position } }';

interface Page {
  readonly history: {
    readonly edges: readonly { readonly node: ToldEvent }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/**
 * The history as the service tells it to whoever asks, in its order.
 *
 * @param last the id of an event that it is to have counted, where it knows it
 */
export async function* toldHistory(
  service: Pick<UrlSource, 'ask'>,
  last: string,
): AsyncGenerator<readonly ToldEvent[], void> {
  const atLeast = await positionOf(service, last);
  for (let after: string | null = null; ;) {
    const { history }: Page = await service.ask<Page>(HISTORY, { after, atLeast });
    yield history.edges.map(({ node }) => node);
    after = history.pageInfo.endCursor;
    if (!history.pageInfo.hasNextPage) return;
  }
}

/** Nothing for what it does not know, or does not tell. */
async function positionOf(
  service: Pick<UrlSource, 'ask'>,
  id: string,
): Promise<string | undefined> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const { event } = await service.ask<{ readonly event: { readonly position: string } | null }>(
      EVENT,
      { id },
    );
    if (event !== null) return event.position;
    await elapsed(TRY_AGAIN_MS);
  }
  return undefined;
}
