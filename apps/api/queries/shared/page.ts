import type { Cursor, Direction } from '#read-models';
import type { Cursors } from '../../cursors';
import { cursorInvalid, validationFailed } from '../../errors';
import type { Connection, Edge } from './connection.type';
import type { PageArgs } from './page.args';
import { DEFAULT_PAGE } from './page-size';

/** What to fetch for one page. */
export interface PageRequest {
  readonly limit: number;
  readonly direction: Direction;
  readonly after?: Cursor;
}

/** The fetched items, in the requested direction. */
export interface FetchedPage<I> {
  readonly items: readonly I[];
  readonly hasMore: boolean;
  /** Where to continue, if not after the last item. */
  readonly end?: Cursor;
}

/** Which list a page is of. Cursors are good for the list of the same name and filter only. */
export interface ListOf<N, I extends { readonly cursor: Cursor }> {
  readonly name: string;
  readonly filter: object;
  readonly projectedThrough: string;
  fetch(page: PageRequest): Promise<FetchedPage<I>>;
  /** `undefined` leaves an item out that nothing can be shown of. */
  toNode(item: I): N | undefined;
}

type AnyPageArgs = Pick<PageArgs, 'first' | 'after' | 'last' | 'before'>;

/** @throws ApiError `VALIDATION_FAILED`, `CURSOR_INVALID` */
export async function pageOf<N, I extends { readonly cursor: Cursor }>(
  cursors: Cursors,
  list: ListOf<N, I>,
  args: AnyPageArgs,
): Promise<Connection<N>> {
  requireOneDirection(args);
  const isBackward = args.last !== undefined || args.before !== undefined;
  const field = isBackward ? 'before' : 'after';
  const text = args[field];
  const listName = `${list.name}:${JSON.stringify(sorted(list.filter))}`;
  const after = text === undefined ? undefined : cursors.read(text, listName);
  if (text !== undefined && after === undefined) throw cursorInvalid(field);

  const fetched = await list.fetch({
    limit: (isBackward ? args.last : args.first) ?? DEFAULT_PAGE,
    direction: isBackward ? 'descending' : 'ascending',
    ...(after === undefined ? {} : { after }),
  });
  const edges = fetched.items.flatMap((item): Edge<N>[] => {
    const node = list.toNode(item);
    return node === undefined ? [] : [{ cursor: cursors.write(item.cursor, listName), node }];
  });
  if (isBackward) edges.reverse();
  const end = fetched.end && cursors.write(fetched.end, listName);
  const startCursor = (isBackward ? end : undefined) ?? edges[0]?.cursor;
  const endCursor = (isBackward ? undefined : end) ?? edges.at(-1)?.cursor;
  return {
    edges,
    pageInfo: {
      hasNextPage: isBackward ? after !== undefined : fetched.hasMore,
      hasPreviousPage: isBackward ? fetched.hasMore : after !== undefined,
      ...(startCursor === undefined ? {} : { startCursor }),
      ...(endCursor === undefined ? {} : { endCursor }),
    },
    projectedThrough: list.projectedThrough,
  };
}

/** From the beginning on, or from the end back: half of each has no meaning. */
function requireOneDirection({ first, after, last, before }: AnyPageArgs): void {
  const isForward = first !== undefined || after !== undefined;
  const isBackward = last !== undefined || before !== undefined;
  if (!isForward || !isBackward) return;
  const field = last === undefined ? 'before' : 'last';
  throw validationFailed([
    {
      field,
      rule: 'oneDirection',
      message: 'use first with after, or last with before',
    },
  ]);
}

function sorted(filter: object): object {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}
