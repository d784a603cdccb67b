import type { Cursor } from '#read-models';
import { history } from '..';
import type { HistoryFilter, HistoryScope, Timeline } from '..';

export interface Paging {
  readonly direction: 'ascending' | 'descending';
  readonly limit: number;
  readonly scope?: HistoryScope;
}

/** All events that a filter selects, page by page. */
export async function pagedIds(
  timeline: Timeline,
  filter: HistoryFilter,
  { direction, limit, scope }: Paging,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: Cursor | undefined;
  for (;;) {
    const request = { limit, direction, ...(after === undefined ? {} : { after }) };
    const page = await history(timeline, filter, request, scope);
    ids.push(...page.items.map(({ body }) => body.id));
    if (!page.hasMore) return ids;
    after = page.end;
  }
}
