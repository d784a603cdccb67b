import type { FoldedChange, Workspace } from '#projection-engine';
import type { FrameworkRef, MeetingScale, OrganisationId } from '#vocabulary';
import type { FrameworkDocument } from '../facts/framework.facts';
import { frameworkKey, meetingKey } from '../facts/keys';
import type { MeetingDocument } from '../facts/meeting.facts';
import { NO_CONTRIBUTIONS, changesBetween, named } from './changes';
import type { Change, Contributions } from './changes';
import { meetingContributions } from './contributions/meeting.counts';
import { keyOf } from './count';
import { NO_MEETING_COUNTS, meetingCountsKey, meetingPageKey } from './counts.document';
import type { MeetingCounts, MeetingPage } from './counts.document';
import { changeEvidence } from './evidence-changes';
import { withCount } from './steps';
import { uncounted } from './uncounted';

/** Meetings listed together, so that they can be found when another scale is to judge them. */
const PAGE_SIZE = 64;

interface OrganisationYear {
  readonly organisation: OrganisationId;
  readonly year: number;
}

/** Counts what an event changed in a meeting, judged by the scale that the counts go by. */
export async function countMeeting(
  { before, after, event: { position } }: FoldedChange,
  workspace: Workspace,
): Promise<void> {
  const [earlier, now] = [before, after] as (MeetingDocument | undefined)[];
  const meeting = now ?? earlier;
  if (meeting === undefined) return;
  const key = meetingCountsKey(meeting.organisation, meeting.year);
  const known = await uncounted<MeetingCounts>(key, position, workspace);
  if (known === 'counted') return;
  const counts = known ?? NO_MEETING_COUNTS;
  if (earlier === undefined) await list(meeting, counts.listed, position, workspace);
  const scale = await scaleOf(counts.framework, workspace);
  const changes = changesBetween(contributionsOf(earlier, scale), contributionsOf(now, scale));
  if (changes.length === 0 && earlier !== undefined) return;
  const changed = await withChanges(counts, changes, { ...meeting, position }, workspace);
  const listed = earlier === undefined ? counts.listed + 1 : counts.listed;
  workspace.write(key, { ...changed, listed }, position);
}

/**
 * The counts of a year's meetings by the framework that applies. Where another one applied before,
 * every meeting of the year is judged anew: organisations come under a framework once a year, and
 * mostly before they meet.
 */
export async function meetingCountsBy(
  framework: FrameworkRef | undefined,
  { organisation, year }: OrganisationYear,
  through: bigint,
  workspace: Workspace,
): Promise<MeetingCounts | undefined> {
  const key = meetingCountsKey(organisation, year);
  const held = await workspace.read(key);
  if (held === undefined) return undefined;
  const counts = held.body as MeetingCounts;
  // What a crash left ahead of the meetings themselves is judged once these have been told again.
  if (isSame(counts.framework, framework) || held.position > through) return counts;
  const [from, to] = [
    await scaleOf(counts.framework, workspace),
    await scaleOf(framework, workspace),
  ];
  const changes: Change[] = [];
  for (let page = 0; page * PAGE_SIZE < counts.listed; page += 1) {
    for (const meeting of await meetingsOn(page, { organisation, year }, workspace)) {
      changes.push(...changesBetween(contributionsOf(meeting, from), contributionsOf(meeting, to)));
    }
  }
  const place = { organisation, year, position: held.position };
  const { framework: _, ...judged } = await withChanges(counts, changes, place, workspace);
  const anew: MeetingCounts = framework === undefined ? judged : { ...judged, framework };
  workspace.write(key, anew, held.position);
  return anew;
}

/** What a meeting contributed after one event, by the last scale it was asked for, is asked again before the next. */
const known = new WeakMap<
  MeetingDocument,
  { readonly scale: MeetingScale | undefined; readonly contributions: Contributions }
>();

function contributionsOf(
  meeting: MeetingDocument | undefined,
  scale: MeetingScale | undefined,
): Contributions {
  if (meeting === undefined || meeting.held === undefined) return NO_CONTRIBUTIONS;
  const last = known.get(meeting);
  if (last?.scale === scale && last !== undefined) return last.contributions;
  const contributions = named(meetingContributions(meeting, scale));
  known.set(meeting, { scale, contributions });
  return contributions;
}

async function withChanges(
  counts: MeetingCounts,
  changes: readonly Change[],
  place: OrganisationYear & { readonly position: bigint },
  workspace: Workspace,
): Promise<MeetingCounts> {
  const counters = changes.reduce(
    (counted, { contribution: { count, n = 1 }, sign }) =>
      withCount(counted, keyOf(count), sign * n),
    counts.counters,
  );
  const evidence = await changeEvidence(counts.evidence, changes, place, workspace);
  return { ...counts, counters, evidence };
}

/** On the page that its place among the year's meetings says: the same however often it is told. */
async function list(
  { organisation, year, meeting }: MeetingDocument,
  place: number,
  position: bigint,
  workspace: Workspace,
): Promise<void> {
  const key = meetingPageKey(organisation, year, Math.floor(place / PAGE_SIZE));
  const held = await workspace.read(key);
  const meetings = (held?.body as MeetingPage | undefined)?.meetings ?? [];
  if (meetings.includes(meeting)) return;
  const page: MeetingPage = { kind: 'page', meetings: [...meetings, meeting] };
  workspace.write(key, page, position);
}

async function meetingsOn(
  page: number,
  { organisation, year }: OrganisationYear,
  workspace: Workspace,
): Promise<readonly MeetingDocument[]> {
  const held = await workspace.read(meetingPageKey(organisation, year, page));
  const meetings = (held?.body as MeetingPage | undefined)?.meetings ?? [];
  const keys = meetings.map((meeting) => meetingKey(organisation, year, meeting));
  await workspace.prefetch(keys);
  const found: MeetingDocument[] = [];
  for (const key of keys) {
    const document = await workspace.read(key);
    if (document !== undefined) found.push(document.body as MeetingDocument);
  }
  return found;
}

async function scaleOf(
  framework: FrameworkRef | undefined,
  workspace: Workspace,
): Promise<MeetingScale | undefined> {
  if (framework === undefined) return undefined;
  const held = await workspace.read(frameworkKey(framework));
  return (held?.body as FrameworkDocument | undefined)?.definition?.meetingScale;
}

function isSame(a: FrameworkRef | undefined, b: FrameworkRef | undefined): boolean {
  return a?.id === b?.id && a?.version === b?.version;
}
