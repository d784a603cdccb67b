import { Injectable } from '@nestjs/common';
import { scan } from '#projection-engine';
import type { Cursor, Direction, Range, Where } from '#read-models';
import { Cursors } from '../../cursors';
import type { Connection } from './connection.type';
import { pageOf } from './page';
import type { ListOf, PageRequest } from './page';
import type { PageArgs } from './page.args';
import { ReadModels } from './read-models';

/** One list of documents: where to look, and what to leave out. */
export interface DocumentList<N, D extends object> {
  readonly projection: string;
  readonly collection: string;
  /** What the client asked for; a cursor is good for the same again. */
  readonly filter: object;
  readonly index: string;
  readonly where: Where;
  readonly range?: Range;
  /** What the index does not tell. */
  matches?(document: D): boolean;
  /** The list runs the other way round. */
  readonly descending?: boolean;
  toNode(document: D, projectedThrough: string): N | undefined;
}

/** Pages of lists. */
@Injectable()
export class Lists {
  constructor(
    private readonly cursors: Cursors,
    private readonly readModels: ReadModels,
  ) {}

  async documents<N, D extends object>(
    list: DocumentList<N, D>,
    args: PageArgs,
  ): Promise<Connection<N>> {
    const { projection, collection: name, filter, index, where, range, descending = false } = list;
    const { collection, projectedThrough } = await this.readModels.read<D>(
      projection,
      name,
      args.atLeast,
    );
    return this.page(
      {
        name,
        filter,
        projectedThrough,
        fetch: ({ direction, ...page }: PageRequest) =>
          scan(collection, {
            index,
            where,
            ...(range === undefined ? {} : { range }),
            direction: descending ? opposite(direction) : direction,
            ...page,
            matches: (document) => list.matches?.(document) ?? true,
          }),
        toNode: ({ body }) => list.toNode(body, projectedThrough),
      },
      args,
    );
  }

  page<N, I extends { readonly cursor: Cursor }>(
    list: ListOf<N, I>,
    args: Partial<PageArgs>,
  ): Promise<Connection<N>> {
    return pageOf(this.cursors, list, args);
  }
}

function opposite(direction: Direction): Direction {
  return direction === 'ascending' ? 'descending' : 'ascending';
}
