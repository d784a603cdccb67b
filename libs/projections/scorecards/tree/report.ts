import type { OrganisationId } from '#vocabulary';
import { withEntry } from '../facts/entries';
import { yearKey } from '../facts/keys';
import type { ChildSummary } from './child-summary';
import type { DueYear } from './due-year';
import type { ScorecardDocuments } from './scorecard-documents';

/** Hands a child's summary to a parent, or takes it back. The parent follows even without news: a crash may have kept it from it. */
export async function report(
  documents: ScorecardDocuments,
  parent: OrganisationId,
  { organisation, year }: Pick<DueYear, 'organisation' | 'year'>,
  summary: ChildSummary | undefined,
): Promise<readonly DueYear[]> {
  const above = await documents.year(parent, year);
  const known = above.body.children[organisation];
  if (summary === undefined && known === undefined) return [];
  const isNews =
    known?.position !== summary?.position || JSON.stringify(known) !== JSON.stringify(summary);
  if (isNews) {
    const children = withEntry(above.body.children, organisation, summary);
    documents.write(yearKey(parent, year), { ...above.body, children }, above.position);
  }
  return [{ organisation: parent, year, downwards: false, isNews }];
}
