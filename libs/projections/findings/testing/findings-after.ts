import { folded, keysTouched } from '#projection-engine';
import type { DocumentKey, Held, LoggedFact, Workspace } from '#projection-engine';
import { recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import type { FindingDocument } from '../finding.document';
import type { FindingKind } from '../finding-kind';
import { findingsProjection } from '../findings.projection';
import { FINDINGS } from '../keys';

/** The findings of one kind after some facts, as one batch gives them in which corrections stand alone. */
export async function findingsAfter(
  kind: FindingKind,
  ...facts: readonly ToRecord[]
): Promise<readonly FindingDocument[]> {
  const found = await allFindingsAfter(recorded(...facts));
  return found.filter((finding) => finding.kind === kind);
}

export async function allFindingsAfter(
  facts: readonly LoggedFact[],
): Promise<readonly FindingDocument[]> {
  const documents = new Map<string, Held>();
  const workspace = workspaceOn(documents);
  let touched = new Map<string, DocumentKey>();
  const rollUp = async (through: bigint, alone?: LoggedFact): Promise<void> => {
    const keys = [...touched.values()];
    touched = new Map();
    await findingsProjection.rollUp?.(keys, workspace, { through, ...(alone && { alone }) });
  };
  for (const fact of facts) {
    const alone = await findingsProjection.standsAlone?.(fact, workspace);
    if (alone === true) await rollUp(fact.position - 1n);
    for (const key of keysTouched(findingsProjection, fact)) {
      const before = documents.get(nameOf(key))?.body;
      const body = folded(findingsProjection, before, fact, key);
      if (body !== undefined) documents.set(nameOf(key), { body, position: fact.position });
      touched.set(nameOf(key), key);
    }
    if (alone === true) await rollUp(fact.position, fact);
  }
  await rollUp(facts.at(-1)?.position ?? 0n);
  return [...documents]
    .filter(([name]) => name.startsWith(`${FINDINGS} `))
    .map(([, { body }]) => body as FindingDocument);
}

function nameOf({ collection, id }: DocumentKey): string {
  return `${collection} ${id}`;
}

function workspaceOn(documents: Map<string, Held>): Workspace {
  return {
    read: async (key) => documents.get(nameOf(key)),
    prefetch: async () => {},
    write: (key, body, position) => documents.set(nameOf(key), { body, position }),
    remove: (key) => documents.delete(nameOf(key)),
  };
}
