import type { OrganisationId } from '#vocabulary';
import type { ChildSummary } from './documents';
import type { DueYear } from './due-year';
import { withEntry } from './entries';
import { yearKey } from './keys';
import type { ScorecardFacts } from './scorecard-facts';

/** Hands a child's summary to a parent, or takes it back. The parent follows even without news: a crash may have kept it from it. */
export async function report(
  facts: ScorecardFacts,
  parent: OrganisationId,
  { organisation, year }: Pick<DueYear, 'organisation' | 'year'>,
  summary: ChildSummary | undefined,
): Promise<readonly DueYear[]> {
  const above = await facts.year(parent, year);
  const known = above.body.children[organisation];
  if (summary === undefined && known === undefined) return [];
  const isNews =
    known?.position !== summary?.position || JSON.stringify(known) !== JSON.stringify(summary);
  if (isNews) {
    const children = withEntry(above.body.children, organisation, summary);
    facts.write(yearKey(parent, year), { ...above.body, children }, above.position);
  }
  return [{ organisation: parent, year, downwards: false, isNews }];
}
