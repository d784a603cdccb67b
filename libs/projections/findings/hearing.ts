import type { OrganisationId } from '#vocabulary';
import { documentId } from '#projection-engine';
import type { DocumentKey, Workspace } from '#projection-engine';
import type { KeptFact } from '../facts';
import type { FindingKind } from './finding-kind';
import type { FindingDocument } from './finding.document';
import { findingKey } from './keys';
import { lineageOf } from './lineage';
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
  readonly facts: readonly KeptFact[];
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
  { kind, rule, about, answer }: Answered<FindingKind>,
  id: string,
  { organisation, year, facts }: Hearing,
): FindingDocument | undefined {
  if (!answer) return undefined;
  const lineage = lineageOf(organisation, answer, facts);
  return { id, rule, organisation, year, lineage, kind, about, ...bounded(answer) };
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
