import { scan } from '#projection-engine';
import type { Cursor, DocumentCollection, Range } from '#read-models';
import type { LocalDate, OrganisationId } from '#vocabulary';
import type { ListedKind } from '../counts/contribution';
import type { EvidenceDocument } from '../counts/counts.document';
import { appliesOn } from '../counts/evidence';
import { isAfter } from '../counts/evidence-list';
import type { EvidenceLists, Listed } from '../counts/evidence-list';

/** The lists of one document of counts, and where the events are that they do not hold. */
export interface ListsOf {
  readonly organisation: OrganisationId;
  /** 0 for what goes on from year to year. */
  readonly year: number;
  readonly evidence: EvidenceLists;
}

interface ListedRequest {
  readonly kind: ListedKind;
  /** The date on which they count. */
  readonly date: LocalDate;
  /** Position of the last event that is known already; decimal. */
  readonly after?: string | undefined;
  /** 1 or more. */
  readonly limit: number;
}

/** The next events of a list, also those beyond its horizon: no less than the limit unless there are no more, in no order. */
export async function listedAfter(
  beyond: DocumentCollection<EvidenceDocument>,
  { organisation, year, evidence }: ListsOf,
  { kind, date, after, limit }: ListedRequest,
): Promise<readonly Listed[]> {
  const list = evidence[kind];
  if (list === undefined) return [];
  const isApplying = appliesOn(date);
  const isBehind = ({ position }: Listed): boolean =>
    after === undefined || isAfter(position, after);
  const found = list.listed.filter((entry) => isApplying(entry) && isBehind(entry));
  if (list.horizon === undefined || found.length >= limit) return found;
  let end: Cursor | undefined;
  for (;;) {
    const page = await scan(beyond, {
      index: 'kind',
      where: { organisation, year, kind },
      ...(after === undefined ? {} : { range: behind(after) }),
      direction: 'ascending',
      limit,
      matches: isApplying,
      ...(end === undefined ? {} : { after: end }),
    });
    found.push(...page.items.map(({ body }) => body));
    end = page.end;
    if (!page.hasMore || found.length >= limit) return found;
  }
}

function behind(position: string): Range {
  return { path: 'position', from: { value: BigInt(position), inclusive: false } };
}
