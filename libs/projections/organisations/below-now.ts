import type { OrganisationId } from '#vocabulary';
import { everyDocument, portionsOf } from '#read-models';
import type { DocumentCollection } from '#read-models';
import type { OrganisationDocument } from './organisation.document';

type Organisations = Pick<DocumentCollection<OrganisationDocument>, 'find'>;

const PAGE = 1_000;

/**
 * An organisation and all below it in the tree of now, level by level. One that was merged is where its successor is,
 * one that was dissolved where it was last (domain.md 12).
 */
export async function belowNow(
  root: OrganisationId,
  organisations: Organisations,
): Promise<ReadonlySet<OrganisationId>> {
  const found = new Set([root]);
  let level: readonly OrganisationId[] = [root];
  while (level.length > 0) {
    const next: OrganisationId[] = [];
    for (const index of ['parent', 'merged-into'] as const) {
      for await (const { organisation, current } of linkedTo(index, level, organisations)) {
        const isElsewhere = index === 'parent' && (current?.mergedInto ?? null) !== null;
        if (isElsewhere || found.has(organisation)) continue;
        found.add(organisation);
        next.push(organisation);
      }
    }
    level = next;
  }
  return found;
}

/** Those that name one of some organisations as their parent, or as the one that carries them on. */
export async function* linkedTo(
  index: 'parent' | 'merged-into',
  among: readonly OrganisationId[],
  organisations: Organisations,
): AsyncGenerator<OrganisationDocument> {
  for (const portion of portionsOf(among)) yield* selectedBy(index, portion, organisations);
}

function selectedBy(
  index: 'parent' | 'merged-into',
  among: readonly OrganisationId[],
  organisations: Organisations,
): AsyncGenerator<OrganisationDocument> {
  const path = index === 'parent' ? 'current.parent' : 'current.mergedInto';
  return everyDocument(organisations, {
    where: { [path]: { in: among } },
    order: { index, direction: 'ascending' },
    limit: PAGE,
  });
}
