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

/**
 * Writes the findings there are. One that there is no more is settled when a correction, or the closing of its case as
 * the same as another, took it away, and stays; what simply came to pass ends it.
 */
export async function record(
  hearings: readonly Hearing[],
  workspace: Workspace,
  settling: EventRef | undefined,
): Promise<void> {
  await workspace.prefetch(hearings.flatMap((hearing) => hearing.answers.map(keyIn(hearing))));
  for (const hearing of hearings) {
    const keyOf = keyIn(hearing);
    for (const answered of hearing.answers) {
      const key = keyOf(answered);
      const before = (await workspace.read(key))?.body as FindingDocument | undefined;
      const after =
        documentOf(answered, key.id, hearing, before) ?? withoutAnswer(before, settling);
      if (after) workspace.write(key, after, hearing.position);
      else if (before) workspace.remove(key);
    }
  }
}

function keyIn({ subject }: Hearing): (answered: Answered<FindingKind>) => DocumentKey {
  return ({ kind, about }) =>
    findingKey(documentId(kind, ...subject, ...(about === '' ? [] : [about])));
}

function documentOf(
  { kind, rule, about, answer }: Answered<FindingKind>,
  id: string,
  { organisation, year }: Hearing,
  before: FindingDocument | undefined,
): FindingDocument | undefined {
  if (!answer) return undefined;
  const { month = monthOf(answer), ...shown } = bounded(answer);
  const state = answer.settledBy === undefined ? 'OPEN' : 'SETTLED';
  const earlier = keptOf(before);
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
    ...(earlier && { earlier }),
  };
}

function withoutAnswer(
  before: FindingDocument | undefined,
  settling: EventRef | undefined,
): FindingDocument | undefined {
  if (before === undefined || before.kept === true || settling === undefined) {
    return keptOf(before);
  }
  const { earlier: _, settledBy = settling, ...shown } = before;
  return { ...shown, state: 'SETTLED', settledBy, kept: true };
}

/** The last one that was settled and kept. */
function keptOf(document: FindingDocument | undefined): FindingDocument | undefined {
  return document?.kept === true ? document : document?.earlier;
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
