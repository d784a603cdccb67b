import type { UrlSource } from '../exporting/url-source';
import { CannotTell } from '../terminal/outcome';
import { differencesOf } from './compare-scorecards';
import type { About, ScorecardDifference } from './compare-scorecards';
import type { Replayed } from './replay';
import { SCORECARD_QUERY } from './scorecard-line';

const EVENT = 'query ($id: ID!) { event(id: $id) { position } }';
const LAST = '{ history(filter: {}, last: 1) { edges { node { id } } } }';

/** Of which the service is asked: what it shows now, once it counts this event; or what it knew at it. */
type Moment = { readonly atLeast: string } | { readonly asOf: { readonly position: string } };

/**
 * Where nothing was recorded since the export, the service is asked what it shows now: that is what people act on, and
 * what somebody may have changed behind it. Else it is asked what was known when the last event was recorded, which it
 * computes anew from its own history.
 *
 * @throws CannotTell where the service does not know the last event
 */
export async function comparedWithService(
  scorecards: readonly object[],
  { last }: Pick<Replayed, 'last'>,
  service: UrlSource,
): Promise<readonly ScorecardDifference[]> {
  const { event } = await service.ask<{ readonly event: { readonly position: string } | null }>(
    EVENT,
    { id: last?.id ?? '' },
  );
  if (event === null) {
    throw new CannotTell({
      vi: 'Dịch vụ không biết sự kiện cuối của bản xuất.',
      en: 'The service does not know the last event of the export.',
    });
  }
  const { position } = event;
  if (await isLastOf(service, last?.id)) {
    const differences = await comparedAt({ atLeast: position }, scorecards, service);
    // What was recorded meanwhile may be all the difference there is.
    if (differences.length === 0 || (await isLastOf(service, last?.id))) return differences;
  }
  return comparedAt({ asOf: { position } }, scorecards, service);
}

async function comparedAt(
  moment: Moment,
  scorecards: readonly object[],
  service: UrlSource,
): Promise<readonly ScorecardDifference[]> {
  const differences: ScorecardDifference[] = [];
  for (const here of scorecards) {
    const { organisation, year } = here as About;
    const { scorecard } = await service.ask<{ readonly scorecard: object | null }>(
      SCORECARD_QUERY,
      { organisation: organisation.id, year, ...moment },
    );
    differences.push(...differencesOf(here, scorecard ?? undefined));
  }
  return differences;
}

async function isLastOf(service: UrlSource, event: string | undefined): Promise<boolean> {
  const { history } = await service.ask<{
    readonly history: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  }>(LAST);
  return history.edges[0]?.node.id === event;
}
