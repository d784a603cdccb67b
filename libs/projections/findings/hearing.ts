import { comparePositions, localDateOf } from '#vocabulary';
import type { OrganisationId } from '#vocabulary';
import { documentId } from '#projection-engine';
import type { DocumentKey, Workspace } from '#projection-engine';
import type { KeptFact } from '../facts';
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
  /** The facts, what was corrected included; absent where nothing that is asked about rests on what may be corrected. */
  readonly ever?: readonly KeptFact[];
  /** Of the last event that was heard. */
  readonly position: bigint;
}

/** Writes the findings there are and removes those there are no more. */
export async function record(hearings: readonly Hearing[], workspace: Workspace): Promise<void> {
  await workspace.prefetch(hearings.flatMap((hearing) => hearing.answers.map(keyIn(hearing))));
  for (const hearing of hearings) {
    const keyOf = keyIn(hearing);
    for (const answered of hearing.answers) {
      const key = keyOf(answered);
      const before = await workspace.read(key);
      const document = documentOf(answered, key.id, hearing);
      if (document) workspace.write(key, document, hearing.position);
      else if (before) workspace.remove(key);
    }
  }
}

function keyIn({ subject }: Hearing): (answered: Answered<FindingKind>) => DocumentKey {
  return ({ kind, about }) =>
    findingKey(documentId(kind, ...subject, ...(about === '' ? [] : [about])));
}

function documentOf(
  { kind, rule, about, answer: open, corrected }: Answered<FindingKind>,
  id: string,
  { organisation, year, ever }: Hearing,
): FindingDocument | undefined {
  const answer = open ?? (corrected && settled(corrected, ever ?? []));
  if (!answer) return undefined;
  const { month = monthOf(answer), ...shown } = bounded(answer);
  const state = answer.settledBy === undefined ? 'OPEN' : 'SETTLED';
  return { id, rule, organisation, year, month, kind, about, state, ...shown };
}

/** By the last correction of what it rested on; it is told of nowhere when nothing of that was corrected. */
function settled(answer: Answer, ever: readonly KeptFact[]): Answer | undefined {
  const withdrawn = ever.filter(({ withdrawal }) => withdrawal !== undefined);
  const behind = withdrawn.filter(({ id }) => answer.events.some(({ event }) => event === id));
  const settledBy = (behind.length > 0 ? behind : withdrawn)
    .flatMap(({ withdrawal }) => withdrawal?.correction ?? [])
    .toSorted((a, b) => comparePositions(a.position, b.position))
    .at(-1);
  return settledBy && { ...answer, settledBy };
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
