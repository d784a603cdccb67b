import { localDateOf } from '#vocabulary';
import type { OrganisationId } from '#vocabulary';
import { documentId } from '#projection-engine';
import type { DocumentKey, EventRef, Workspace } from '#projection-engine';
import type { FindingKind } from './finding-kind';
import type { FindingDocument } from './finding.document';
import { findingKey } from './keys';
import type { Answer, Answered } from './question';

/** More than any finding of an ordinary year rests on. */
const MOST_EVENTS = 200;

/** A subject and what the questions asked about it came to. */
export interface Hearing {
  readonly organisation: OrganisationId;
  readonly year: number;
  /** What tells its findings from those about other subjects. */
  readonly subject: readonly (string | number)[];
  readonly answers: readonly Answered<FindingKind>[];
  /** Of the last event that was heard. */
  readonly position: bigint;
}

/** What was folded last, as far as it matters for what is found. */
export interface Asked {
  readonly through: bigint;
  /** What settles, with what was found just before it; it is asked anew, as documents may be ahead of it after a crash. */
  readonly settling?: { readonly by: EventRef; readonly before: readonly Hearing[] };
}

/**
 * Writes the findings there are. One that there is no more is settled when a correction, or the closing of its case as
 * the same as another, took it away, and stays; what simply came to pass ends it.
 */
export async function record(
  hearings: readonly Hearing[],
  workspace: Workspace,
  { through, settling }: Asked,
): Promise<void> {
  const before = foundIn(settling?.before ?? []);
  await workspace.prefetch(hearings.flatMap((hearing) => hearing.answers.map(keyIn(hearing))));
  for (const hearing of hearings) {
    const keyOf = keyIn(hearing);
    for (const answered of hearing.answers) {
      const key = keyOf(answered);
      const stored = (await workspace.read(key))?.body as FindingDocument | undefined;
      const earlier = keptThrough(through, stored);
      const found = documentOf(answered, key.id, hearing);
      const taken = before.get(key.id);
      const after = found
        ? { ...found, ...(earlier && { earlier }) }
        : settling && taken
          ? settled(taken, settling.by)
          : earlier;
      if (after) workspace.write(key, after, hearing.position);
      else if (stored) workspace.remove(key);
    }
  }
}

function foundIn(hearings: readonly Hearing[]): ReadonlyMap<string, FindingDocument> {
  const found = hearings.flatMap((hearing) =>
    hearing.answers.flatMap((answered) => {
      const { id } = keyIn(hearing)(answered);
      return documentOf(answered, id, hearing) ?? [];
    }),
  );
  return new Map(found.map((document) => [document.id, document]));
}

function settled(document: FindingDocument, by: EventRef): FindingDocument {
  const { settledBy = by } = document;
  return { ...document, state: 'SETTLED', settledBy, kept: by.position };
}

function keyIn({ subject }: Hearing): (answered: Answered<FindingKind>) => DocumentKey {
  return ({ kind, about }) =>
    findingKey(documentId(kind, ...subject, ...(about === '' ? [] : [about])));
}

function documentOf(
  { kind, rule, about, answer }: Answered<FindingKind>,
  id: string,
  { organisation, year }: Hearing,
): FindingDocument | undefined {
  if (!answer) return undefined;
  const { month = monthOf(answer), ...shown } = bounded(answer);
  const state = answer.settledBy === undefined ? 'OPEN' : 'SETTLED';
  return {
    id,
    rule,
    organisation,
    year,
    month,
    kind,
    about,
    state,
    ...shown,
  };
}

/** The last one that was settled and kept by then. */
function keptThrough(
  through: bigint,
  document: FindingDocument | undefined,
): FindingDocument | undefined {
  const kept = document?.kept === undefined ? document?.earlier : document;
  return kept?.kept !== undefined && BigInt(kept.kept) <= through ? kept : undefined;
}

function monthOf({ events }: Answer): number {
  const [first] = events;
  return first === undefined ? 1 : Number(localDateOf(first.effectiveAt).slice(5, 7));
}

/** No finding grows with what is recorded: of many events the first and the last are named, and how many there are. */
function bounded({ run, ...answer }: Answer): Omit<Answer, 'run'> {
  const { events, figures } = answer;
  const count = run?.length ?? events.length;
  if (count <= MOST_EVENTS) return answer;
  const half = MOST_EVENTS / 2;
  return {
    ...answer,
    figures: { ...figures, events: count },
    events: [...events.slice(0, half), ...events.slice(-half)],
  };
}
