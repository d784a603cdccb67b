import type { Workspace } from '#projection-engine';
import type { OrganisationId } from '#vocabulary';
import { withEntry } from '../facts/entries';
import { evidencePlaces } from './changes';
import type { Change } from './changes';
import type { ListedKind } from './contribution';
import { evidenceKey } from './counts.document';
import { limitOf, withListed, withoutListed } from './evidence-list';
import type { EvidenceLists, Listed } from './evidence-list';

interface Place {
  readonly organisation: OrganisationId;
  /** 0 for what goes on from year to year. */
  readonly year: number;
  readonly position: bigint;
}

/** The lists of one place after some changes; what no list holds is written to, or removed from, a document of its own. */
export async function changeEvidence(
  before: EvidenceLists,
  changes: readonly Change[],
  place: Place,
  workspace: Workspace,
): Promise<EvidenceLists> {
  let lists = before;
  for (const { contribution, sign } of changes) {
    for (const { year, kind, entry } of evidencePlaces(contribution)) {
      if (year !== place.year) continue;
      const { list, keptBeyond, removedBeyond } =
        sign === 1
          ? { removedBeyond: undefined, ...withListed(lists[kind], entry, limitOf(kind)) }
          : { keptBeyond: undefined, ...withoutListed(lists[kind], entry) };
      lists = withEntry<EvidenceLists[ListedKind]>(lists, kind, list);
      if (keptBeyond) await keep(keptBeyond, kind, place, workspace);
      if (removedBeyond) await remove(removedBeyond, kind, place, workspace);
    }
  }
  return lists;
}

async function keep(
  entry: Listed,
  kind: ListedKind,
  { organisation, year, position }: Place,
  workspace: Workspace,
): Promise<void> {
  const key = evidenceKey(organisation, year, kind, entry);
  await workspace.read(key);
  workspace.write(key, { organisation, year, kind, ...entry }, position);
}

async function remove(
  entry: Listed,
  kind: ListedKind,
  { organisation, year }: Place,
  workspace: Workspace,
): Promise<void> {
  const key = evidenceKey(organisation, year, kind, entry);
  await workspace.read(key);
  workspace.remove(key);
}
