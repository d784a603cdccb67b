import { Injectable } from '@nestjs/common';
import { scan } from '#projection-engine';
import { belowNow, ORGANISATIONS } from '#projections';
import type { OrganisationDocument } from '#projections';
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
  /** Only of this organisation and of those below it in the tree of now. */
  readonly under?: string | undefined;
  /** What the index does not tell. */
  matches?(document: D): boolean | Promise<boolean>;
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
    const isUnder = await this.isUnder(list.under, args.atLeast);
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
            matches: (document) => isUnder(document) && (list.matches?.(document) ?? true),
          }),
        toNode: ({ body }) => list.toNode(body, projectedThrough),
      },
      args,
    );
  }

  /** Whether a document is of an organisation, or of one below it: one way for all lists that are asked under one. */
  async isUnder(
    under: string | undefined,
    atLeast?: string,
  ): Promise<(document: object) => boolean> {
    if (under === undefined) return () => true;
    const { collection } = await this.readModels.read<OrganisationDocument>(
      'organisations',
      ORGANISATIONS,
      atLeast,
    );
    const below = await belowNow(under, collection);
    return (document) => below.has((document as OfOrganisation).organisation);
  }

  page<N, I extends { readonly cursor: Cursor }>(
    list: ListOf<N, I>,
    args: Partial<PageArgs>,
  ): Promise<Connection<N>> {
    return pageOf(this.cursors, list, args);
  }
}

/** What is asked under an organisation is of one itself. */
interface OfOrganisation {
  readonly organisation: string;
}

function opposite(direction: Direction): Direction {
  return direction === 'ascending' ? 'descending' : 'ascending';
}
