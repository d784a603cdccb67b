import { RECOGNITION_EVENTS } from '#domain';
import type { RecognitionDocument, RegisterState } from '#projections';

type Decision = RecognitionDocument['decisions'][number];

/** That a review is required is not public while it is open. */
const PUBLIC_EVENTS: ReadonlySet<string> = new Set(
  RECOGNITION_EVENTS.filter((type) => type !== 'RecognitionReviewRequired'),
);

/**
 * What the register says to those outside the scope of an organisation (access.md, section 3): the last published
 * decision, who took it and when, the rewards, and the ids of their events; no causes and no assessment. Nothing of
 * one that was never published.
 */
export function publicPart(document: RecognitionDocument): RecognitionDocument | undefined {
  const decisions = document.decisions.flatMap((one) =>
    one.published === undefined ? [] : [withoutOverdue(one)],
  );
  const last = decisions.at(-1);
  if (last === undefined) return undefined;
  const unpublished = new Set(
    document.decisions.flatMap(({ published, decided }) =>
      published === undefined ? [decided.event] : [],
    ),
  );
  const { organisation, year, decided, standing, rewards } = document;
  return {
    organisation,
    year,
    decided,
    standing,
    rewards,
    state: publicState(document, last),
    number: last.number,
    decidedBy: last.decidedBy,
    decidedAt: last.decided.effectiveAt,
    ...(last.published === undefined ? {} : { publishedAt: last.published.effectiveAt }),
    decisions,
    reviews: [],
    events: document.events.filter(
      ({ type, event }) => PUBLIC_EVENTS.has(type) && !unpublished.has(event),
    ),
  };
}

function withoutOverdue({
  outcome,
  number,
  decidedBy,
  decided,
  publishBy,
  published,
}: Decision): Decision {
  return {
    outcome,
    number,
    decidedBy,
    decided,
    ...(publishBy === undefined ? {} : { publishBy }),
    ...(published === undefined ? {} : { published }),
  };
}

/** A review that is open has not changed anything yet; a newer decision that is not published answers a revocation. */
function publicState(
  { state, decisions }: RecognitionDocument,
  { outcome, decided }: Decision,
): RegisterState {
  const isLast = decisions.at(-1)?.decided.event === decided.event;
  if (outcome === 'REFUSED') return 'REFUSED';
  if (!isLast) return 'REVOKED';
  return state === 'UPHELD' || state === 'CORRECTED' || state === 'REVOKED' ? state : 'GRANTED';
}
