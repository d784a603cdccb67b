import type { Workspace } from '#projection-engine';
import type { OrganisationId } from '#vocabulary';
import { withEntry } from '../facts/entries';
import type { Change } from './changes';
import type { ListedKind } from './contribution';
import { evidenceKey } from './counts.document';
import { limitOf, withListed, withoutListed } from './evidence-list';
import type { EvidenceList, EvidenceLists, ListChange, Listed } from './evidence-list';

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
  const changed = new Map<ListedKind, EvidenceList | undefined>();
  for (const { places, sign } of changes) {
    for (const { year, kind, entry } of places) {
      if (year !== place.year) continue;
      const { list, keptBeyond, removedBeyond } = changedList(
        changed.has(kind) ? changed.get(kind) : before[kind],
        { entry, kind, sign },
      );
      changed.set(kind, list);
      if (keptBeyond) await keep(keptBeyond, kind, place, workspace);
      if (removedBeyond) await remove(removedBeyond, kind, place, workspace);
    }
  }
  let lists: EvidenceLists = before;
  for (const [kind, list] of changed) {
    lists = withEntry<EvidenceLists[ListedKind]>(lists, kind, list);
  }
  return lists;
}

interface EntryChange {
  readonly entry: Listed;
  readonly kind: ListedKind;
  readonly sign: 1 | -1;
}

function changedList(
  list: EvidenceList | undefined,
  { entry, kind, sign }: EntryChange,
): Omit<ListChange, 'list'> & { readonly list: EvidenceList | undefined } {
  return sign === 1 ? withListed(list, entry, limitOf(kind)) : withoutListed(list, entry);
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
