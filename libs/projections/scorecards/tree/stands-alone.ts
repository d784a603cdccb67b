import type { OrganisationId } from '#vocabulary';
import { concernsOf } from '#domain';
import type { FactOfType, LoggedFact, RecordedFact, Workspace } from '#projection-engine';
import { meetingCountsKey } from '../counts/counts.document';
import type { MeetingCounts } from '../counts/counts.document';
import { isSame } from '../counts/meeting-counts';
import { isKept } from '../facts/keep';
import { memberKey, yearKey } from '../facts/keys';
import type { MemberDocument } from '../facts/member.facts';
import { ScorecardDocuments } from './scorecard-documents';

/**
 * Whether an event might contradict a recognition that stands, so that what it changes must be told
 * apart from what others of its batch change. It asks everybody whom the event could reach
 * upwards at any time: too many do no harm, one too few would.
 */
export async function standsAlone(event: LoggedFact, workspace: Workspace): Promise<boolean> {
  const fact = event.type === 'FactCorrected' ? event.withdrawn : event;
  const known = knownFor(fact, workspace);
  // Later events of the same batch may contradict it.
  if (isDecisionOnRecognition(fact)) return true;
  const documents = new ScorecardDocuments(workspace);
  if (mayBringAnotherScale(fact) && (await bringsAnotherScale(event, fact, documents))) return true;
  const recognised = await recognisedYears(known, documents);
  const years = 'year' in fact.data ? [fact.data.year] : recognised;
  const asked = years.filter((year) => recognised.includes(year));
  if (asked.length === 0) return false;
  for (const organisation of await organisationsOf(fact, documents)) {
    for (const year of asked) {
      if (await isBelowRecognised(organisation, year, documents, known)) return true;
    }
  }
  return false;
}

function isDecisionOnRecognition({ type }: RecordedFact): boolean {
  return type === 'RecognitionGranted' || type === 'RecognitionRevoked';
}

type FrameworkFact = FactOfType<
  'PledgeRegistered' | 'PledgeSigned' | 'PledgeWithdrawn' | 'AssessmentOpened'
>;
const FRAMEWORK_FACTS: readonly string[] = [
  'PledgeRegistered',
  'PledgeSigned',
  'PledgeWithdrawn',
  'AssessmentOpened',
] satisfies FrameworkFact['type'][];

function mayBringAnotherScale(event: RecordedFact): event is FrameworkFact {
  return FRAMEWORK_FACTS.includes(event.type) && !('member' in event.data);
}

/**
 * Meetings held before their organisation pledged are judged anew by the scale that then applies: at
 * that event, wherever batches are cut.
 */
async function bringsAnotherScale(
  event: LoggedFact,
  { data }: FrameworkFact,
  documents: ScorecardDocuments,
): Promise<boolean> {
  const key = meetingCountsKey(data.organisation, data.year);
  const counts = await documents.read<MeetingCounts>(key);
  if (counts === undefined) return false;
  const isTold = event.type !== 'FactCorrected' && 'framework' in data;
  return !isTold || !isSame(counts.body.framework, data.framework);
}

/** Those that the event reaches by itself; a member's facts reach wherever he or she was ever recorded. */
async function organisationsOf(
  event: RecordedFact,
  documents: ScorecardDocuments,
): Promise<readonly OrganisationId[]> {
  if (!isKept(event)) return [];
  const { organisations } = concernsOf(event.data);
  if (!('member' in event.data)) return organisations;
  const member = await documents.read<MemberDocument>(memberKey(event.data.member));
  return [...organisations, ...(member?.body.everIn ?? [])];
}

interface Known {
  /** Whether an organisation, or one that ever stood above it, has a recognition of a year that stands; by both. */
  readonly isBelowRecognised: Map<string, boolean>;
  recognisedYears?: readonly number[];
}

const knownOf = new WeakMap<Workspace, Known>();

/**
 * Found once a batch, and anew after whatever may change the tree or a recognition: that is asked about before it is
 * folded.
 */
function knownFor({ type }: RecordedFact, workspace: Workspace): Known {
  const known: Known = knownOf.get(workspace) ?? nothingKnown();
  const isLasting = !type.startsWith('Organisation') && !type.startsWith('Recognition');
  if (isLasting) knownOf.set(workspace, known);
  else knownOf.delete(workspace);
  return isLasting ? known : nothingKnown();
}

function nothingKnown(): Known {
  return { isBelowRecognised: new Map() };
}

async function isBelowRecognised(
  organisation: OrganisationId,
  year: number,
  documents: ScorecardDocuments,
  known: Known,
): Promise<boolean> {
  const name = `${year} ${organisation}`;
  const found =
    known.isBelowRecognised.get(name) ?? (await isAnyRecognised(organisation, year, documents));
  known.isBelowRecognised.set(name, found);
  return found;
}

async function recognisedYears(
  known: Known,
  documents: ScorecardDocuments,
): Promise<readonly number[]> {
  known.recognisedYears ??= (await documents.calendar()).recognised;
  return known.recognisedYears;
}

async function isAnyRecognised(
  organisation: OrganisationId,
  year: number,
  documents: ScorecardDocuments,
): Promise<boolean> {
  const organisations = await selfAndAbove(organisation, documents);
  await documents.prefetch(organisations.map((one) => yearKey(one, year)));
  for (const one of organisations) {
    const { recognition } = (await documents.year(one, year)).body;
    if (recognition !== undefined && recognition.state !== 'REFUSED') return true;
  }
  return false;
}

async function selfAndAbove(
  organisation: OrganisationId,
  documents: ScorecardDocuments,
): Promise<readonly OrganisationId[]> {
  const found = new Set([organisation]);
  for (const next of found) {
    const { state } = (await documents.organisation(next)).body;
    if (state.status !== 'ESTABLISHED') continue;
    for (const { value } of state.parent) if (value !== undefined) found.add(value);
    if (state.mergedInto !== undefined) found.add(state.mergedInto);
  }
  return [...found];
}
