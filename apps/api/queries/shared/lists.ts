import { Injectable } from '@nestjs/common';
import { MAX_COMBINATIONS, portionsOf } from '#read-models';
import type { Cursor, Direction, Place, Range } from '#read-models';
import { belowNow, ORGANISATIONS } from '#projections';
import type { OrganisationDocument } from '#projections';
import type { Scope } from '../../access';
import { currentMoment } from '../../as-of/moment';
import { Cursors } from '../../cursors';
import type { Connection } from './connection.type';
import { pageOf } from './page';
import type { ListOf, PageRequest } from './page';
import type { PageArgs } from './page.args';
import { ReadModels } from './read-models';
import { scanWithin } from './scan-within';
import type { Within } from './scan-within';

/** Of more organisations the whole list is read, which has not far more than theirs. */
const MOST_PORTIONS = 25;

/** One list of documents: where to look, and what to leave out. */
export interface DocumentList<N, D extends object> extends Place {
  readonly projection: string;
  readonly collection: string;
  /** What the client asked for; a cursor is good for the same again. */
  readonly filter: object;
  readonly range?: Range;
  /** Of which organisations the actor sees documents. */
  readonly scope: Scope;
  /** Only of this organisation and of those below it in the tree of now. */
  readonly under?: string | undefined;
  /**
   * Where to look for the documents of a few organisations, in the same order: a page of a small scope costs what it
   * shows, not what others have. Without it, the index finds few enough documents.
   */
  among?(organisations: readonly string[]): Place;
  /** Whose a document is, where its field `organisation` does not say it. */
  readonly organisationOf?: (document: D) => string;
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
    const { projection, collection: name, filter, range, descending = false } = list;
    const moment = currentMoment();
    const within = await (moment === undefined
      ? lookupWithin(list, args.atLeast)
      : this.lookupThen(list));
    const { collection, projectedThrough } = await this.readModels.read<D>(
      projection,
      name,
      args.atLeast,
    );
    return this.page(
      {
        name,
        filter: { ...filter, asOf: moment?.position },
        projectedThrough,
        fetch: ({ direction, ...page }: PageRequest) =>
          scanWithin(collection, within, {
            ...(range === undefined ? {} : { range }),
            direction: descending ? opposite(direction) : direction,
            ...page,
            matches: async (document) =>
              (await within.isSeen(document)) && (list.matches?.(document) ?? true),
          }),
        toNode: ({ body }) => list.toNode(body, projectedThrough),
      },
      args,
    );
  }

  /** By the tree of then, and of that what the actor sees by the tree of now. */
  private async lookupThen<N, D extends object>({
    index,
    where,
    scope,
    under,
    organisationOf = organisationNamed,
  }: DocumentList<N, D>): Promise<Within<D>> {
    const place = { index, where };
    const isSeen = (document: D) => scope.has(organisationOf(document));
    if (under === undefined) return { place, isSeen: scope.isWhole ? () => true : isSeen };
    const { collection } = await this.readModels.read<OrganisationDocument>(
      'organisations',
      ORGANISATIONS,
    );
    const reach = await belowNow(under, collection);
    return {
      place,
      isSeen: (document) => reach.has(organisationOf(document)) && isSeen(document),
    };
  }

  page<N, I extends { readonly cursor: Cursor }>(
    list: ListOf<N, I>,
    args: Partial<PageArgs>,
  ): Promise<Connection<N>> {
    return pageOf(this.cursors, list, args);
  }
}

/** What a list shows of what the actor sees: one way for all lists, asked under an organisation or not. */
async function lookupWithin<N, D extends object>(
  list: DocumentList<N, D>,
  atLeast: string | undefined,
): Promise<Within<D>> {
  const { index, where, scope, under, organisationOf = organisationNamed } = list;
  const place = { index, where };
  if (scope.isWhole && under === undefined) return { place, isSeen: () => true };
  if (list.among === undefined && under === undefined) {
    return { place, isSeen: (document) => scope.has(organisationOf(document)) };
  }
  const reach = await scope.reach(under, atLeast);
  if (reach === 'EVERYTHING') return { place, isSeen: () => true };
  const isSeen = (document: D): boolean => reach.has(organisationOf(document));
  if (reach.size === 0) return { isSeen };
  const portions = amongPortions(list, reach);
  if (portions === undefined) return { place, isSeen };
  const [only, ...others] = portions;
  return only !== undefined && others.length === 0
    ? { place: only, isSeen }
    : { place, isSeen, portions };
}

/** Of so many organisations at once as one query takes. */
function amongPortions(
  { among }: Pick<DocumentList<unknown, never>, 'among'>,
  reach: ReadonlySet<string>,
): readonly Place[] | undefined {
  if (among === undefined || reach.size > MAX_COMBINATIONS * MOST_PORTIONS) return undefined;
  return Array.from(portionsOf(reach), (organisations) => among(organisations));
}

/** Most documents of a list that has a scope are of one organisation, and say so. */
function organisationNamed(document: object): string {
  return (document as { readonly organisation: string }).organisation;
}

/** Only where nothing narrower was asked for: what a member or one organisation has is little already. */
export function amongUnless(
  narrower: string | undefined,
  among: (organisations: readonly string[]) => Place,
): Pick<DocumentList<never, never>, 'among'> {
  return narrower === undefined ? { among } : {};
}

function opposite(direction: Direction): Direction {
  return direction === 'ascending' ? 'descending' : 'ascending';
}
