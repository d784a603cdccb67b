import type { EvidenceKind, EvidenceRef } from '#criteria';
import type { DocumentCollection } from '#read-models';
import type { OrganisationId } from '#vocabulary';
import {
  COUNTS,
  EVIDENCE,
  meetingCountsKey,
  standingCountsKey,
  yearCountsKey,
} from '../counts/counts.document';
import type { EvidenceDocument } from '../counts/counts.document';
import { isAfter } from '../counts/evidence-list';
import type { EvidenceLists } from '../counts/evidence-list';
import { SCORECARDS } from './keys';
import { listedAfter } from './listed.query';
import type { ListsOf } from './listed.query';
import type { ScorecardDocument } from './scorecard.document';

/** The collections that tell of evidence, as readers see them. */
export interface EvidenceModels {
  collection<D extends object>(name: string): Promise<DocumentCollection<D>>;
}

export interface EvidencePageRequest {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly kinds: readonly EvidenceKind[];
  /** Position of the last event that is known already; decimal. */
  readonly after: string;
  /** 1 or more. */
  readonly limit: number;
}

/** Organisations whose lists are read at a time. */
const AT_A_TIME = 200;

/**
 * The next events behind a count of an organisation and all below it, the earliest first, as of
 * 31 December: also those that no list holds.
 */
export async function evidencePage(
  models: EvidenceModels,
  { organisation, year, kinds, after, limit }: EvidencePageRequest,
): Promise<readonly EvidenceRef[]> {
  const found = new Map<string, EvidenceRef>();
  const add = ({ event, position }: EvidenceRef): void => {
    found.set(event, { event, position });
  };
  const beyond = await models.collection<EvidenceDocument>(EVIDENCE);
  const date = `${year}-12-31`;
  for await (const lists of listsBelow(models, organisation, year)) {
    for (const kind of kinds) {
      (await listedAfter(beyond, lists, { kind, date, after, limit })).forEach(add);
    }
  }
  return [...found.values()]
    .sort((a, b) => (isAfter(a.position, b.position) ? 1 : -1))
    .slice(0, limit);
}

async function* listsBelow(
  models: EvidenceModels,
  organisation: OrganisationId,
  year: number,
): AsyncIterable<ListsOf> {
  const scorecards = await models.collection<ScorecardDocument>(SCORECARDS);
  const counts = await models.collection<{ readonly evidence: EvidenceLists }>(COUNTS);
  const query = {
    where: { lineage: organisation, year },
    order: { index: 'below', direction: 'ascending' },
    limit: AT_A_TIME,
  } as const;
  let page = await scorecards.find(query);
  for (;;) {
    const places = page.items.flatMap(({ body }) => placesOf(body.organisation, year));
    const loaded = await counts.load(places.map(({ id }) => id));
    for (const { id, ...place } of places) {
      const body = loaded.get(id)?.body;
      if (body !== undefined && body !== 'deleted') yield { ...place, evidence: body.evidence };
    }
    const end = page.items.at(-1)?.cursor;
    if (!page.hasMore || end === undefined) return;
    page = await scorecards.find({ ...query, after: end });
  }
}

function placesOf(organisation: OrganisationId, year: number) {
  return [
    { organisation, year, id: yearCountsKey(organisation, year).id },
    { organisation, year, id: meetingCountsKey(organisation, year).id },
    { organisation, year: 0, id: standingCountsKey(organisation).id },
  ];
}
