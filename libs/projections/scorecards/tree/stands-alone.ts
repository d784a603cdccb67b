import type { OrganisationId } from '#vocabulary';
import { concernsOf } from '#domain';
import type { LoggedFact, RecordedFact, Workspace } from '#projection-engine';
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
  // Later events of the same batch may contradict it.
  if (isDecisionOnRecognition(fact)) return true;
  const documents = new ScorecardDocuments(workspace);
  if (await bringsAnotherScale(event, documents)) return true;
  const { recognised } = await documents.calendar();
  const years = 'year' in fact.data ? [fact.data.year] : recognised;
  const asked = years.filter((year) => recognised.includes(year));
  const ancestry = ancestryFor(fact, workspace);
  if (asked.length === 0) return false;
  const reached = await organisationsOf(fact, documents);
  const organisations = await withAllAbove(reached, documents, ancestry);
  const keys = [...organisations].flatMap((one) => asked.map((year) => [one, year] as const));
  await documents.prefetch(keys.map(([one, year]) => yearKey(one, year)));
  for (const [organisation, year] of keys) {
    const { recognition } = (await documents.year(organisation, year)).body;
    if (recognition !== undefined && recognition.state !== 'REFUSED') return true;
  }
  return false;
}

function isDecisionOnRecognition({ type }: RecordedFact): boolean {
  return type === 'RecognitionGranted' || type === 'RecognitionRevoked';
}

/**
 * Meetings held before their organisation pledged are judged anew by the scale that then applies: at
 * that event, wherever batches are cut.
 */
async function bringsAnotherScale(
  event: LoggedFact,
  documents: ScorecardDocuments,
): Promise<boolean> {
  const { type, data } = event.type === 'FactCorrected' ? event.withdrawn : event;
  switch (type) {
    case 'PledgeRegistered':
    case 'PledgeSigned':
    case 'PledgeWithdrawn':
    case 'AssessmentOpened': {
      if ('member' in data) return false;
      const key = meetingCountsKey(data.organisation, data.year);
      const counts = await documents.read<MeetingCounts>(key);
      if (counts === undefined) return false;
      const isTold = event.type !== 'FactCorrected' && 'framework' in data;
      return !isTold || !isSame(counts.body.framework, data.framework);
    }
    default:
      return false;
  }
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

/** By organisation, itself and those that ever stood above it. */
type Ancestry = Map<OrganisationId, readonly OrganisationId[]>;

const known = new WeakMap<Workspace, Ancestry>();

/** Found once a batch, and anew after whatever may change the tree: that is asked about before it is folded. */
function ancestryFor({ type }: RecordedFact, workspace: Workspace): Ancestry {
  const ancestry: Ancestry = known.get(workspace) ?? new Map();
  if (type.startsWith('Organisation')) {
    known.delete(workspace);
    return new Map();
  }
  known.set(workspace, ancestry);
  return ancestry;
}

/** With all that ever stood above them. */
async function withAllAbove(
  organisations: readonly OrganisationId[],
  documents: ScorecardDocuments,
  ancestry: Ancestry,
): Promise<ReadonlySet<OrganisationId>> {
  const found = new Set<OrganisationId>();
  for (const organisation of organisations) {
    const all = ancestry.get(organisation) ?? (await selfAndAbove(organisation, documents));
    ancestry.set(organisation, all);
    for (const one of all) found.add(one);
  }
  return found;
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
  }
  return [...found];
}
