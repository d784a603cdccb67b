import { scan } from '#projection-engine';
import type { Scan, ScannedPage } from '#projection-engine';
import type { DocumentCollection, Place } from '#read-models';

/** Documents of the whole list that are read before it is looked among many organisations. */
const FIRST_LOOK = 500;

/** Where to look for what somebody sees of a list. */
export interface Within<D> {
  /** Without one there is nothing to see. */
  readonly place?: Place;
  readonly isSeen: (document: D) => boolean | Promise<boolean>;
  /** Where to look among many organisations, at a cost for each portion of them. */
  readonly portions?: readonly Place[];
}

/**
 * Of many organisations the whole list is read first, which often has little else; where that does not fill the page,
 * it goes on among those alone.
 */
export async function scanWithin<D extends object>(
  collection: DocumentCollection<D>,
  { place, portions: [portion, ...others] = [] }: Within<D>,
  page: Omit<Scan<D>, keyof Place | 'others' | 'bound'>,
): Promise<ScannedPage<D>> {
  if (place === undefined) return { items: [], hasMore: false };
  if (portion === undefined) return scan(collection, { ...page, ...place });
  const seen = await scan(collection, { ...page, ...place, bound: FIRST_LOOK });
  const missing = page.limit - seen.items.length;
  if (missing === 0 || !seen.hasMore) return seen;
  const rest = await scan(collection, {
    ...page,
    ...portion,
    others,
    ...(seen.end === undefined ? {} : { after: seen.end }),
    limit: missing,
  });
  return { ...rest, items: [...seen.items, ...rest.items] };
}
