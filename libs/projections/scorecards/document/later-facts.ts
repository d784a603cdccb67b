import { contradicts } from '#criteria';
import type { EvidenceRef, Scorecard } from '#criteria';
import type { Folded } from '#projection-engine';
import type { OwnRecognition } from '../facts/year.facts';
import type { OrganisationYear } from './facts-of-year';
import type { ScorecardDocuments } from '../tree/scorecard-documents';
import type { ScorecardDocument } from './scorecard.document';

type LaterFacts = Pick<ScorecardDocument, 'causes' | 'reviewDue'>;

const NOTHING: LaterFacts = { causes: [], reviewDue: false };

/**
 * Which events, recorded after a recognition was granted, contradicted what it rests on. What
 * the scorecard has seen before, in a batch that a crash interrupted, was judged then.
 */
export async function laterFacts(
  { organisation, year, ofYear: { recognition } }: OrganisationYear,
  scorecard: Scorecard,
  documents: ScorecardDocuments,
  { through, alone }: Folded,
): Promise<LaterFacts> {
  const published = await documents.published(organisation, year);
  if (published !== undefined && published.position >= through) {
    const { causes, reviewDue } = published.body;
    return { causes, reviewDue };
  }
  const granted = recognition?.granted;
  if (recognition === undefined || granted === undefined || !isStanding(recognition)) {
    return NOTHING;
  }
  const known = (published?.body.causes ?? []).filter((cause) => isAfter(cause, granted));
  const isCause =
    alone !== undefined &&
    published !== undefined &&
    alone.position > BigInt(granted.position) &&
    contradicts(published.body.scorecard, scorecard);
  const causes = isCause
    ? [...known, { event: alone.id, position: alone.position.toString() }]
    : known;
  return { causes, reviewDue: causes.some(({ event }) => !recognition.reviewed.includes(event)) };
}

/** Granted and not revoked; one under review still stands. */
function isStanding({ state }: OwnRecognition): boolean {
  return state !== 'REFUSED' && state !== 'REVOKED';
}

function isAfter(a: EvidenceRef, b: EvidenceRef): boolean {
  return BigInt(a.position) > BigInt(b.position);
}
