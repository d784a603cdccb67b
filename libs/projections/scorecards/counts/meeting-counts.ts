import type { FoldedChange, Workspace } from '#projection-engine';
import type {
  CriteriaFramework,
  FrameworkRef,
  MeetingId,
  MeetingScale,
  OrganisationId,
} from '#vocabulary';
import type { FrameworkDocument } from '../facts/framework.facts';
import { frameworkOf } from '../facts/framework-of-year';
import { frameworkKey, meetingKey, yearKey } from '../facts/keys';
import type { MeetingDocument } from '../facts/meeting.facts';
import type { YearDocument } from '../facts/year.facts';
import { NO_CONTRIBUTIONS, changesBetween } from './changes';
import type { Change, Contributions } from './changes';
import { meetingContributions } from './contributions/meeting.counts';
import { keyOf } from './count';
import { NO_MEETING_COUNTS, meetingCountsKey, meetingPageKey } from './counts.document';
import type { MeetingCounts, MeetingPage } from './counts.document';
import { changeEvidence } from './evidence-changes';
import { withCounts } from './steps';
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
  const isNew = earlier === undefined;
  if (!isNew && earlier.held === undefined && meeting.held === undefined) return;
  const key = meetingCountsKey(meeting.organisation, meeting.year);
  const known = await uncounted<MeetingCounts>(key, position, workspace);
  if (known === 'counted') return;
  const place = { organisation: meeting.organisation, year: meeting.year, position };
  const counts = known ?? (await noneYet(place, workspace));
  const listed = isNew ? await withMeeting(counts, meeting.meeting, place, workspace) : counts;
  const scale = await scaleOf(counts.framework, workspace);
  const changes = changesBetween(contributionsOf(earlier, scale), contributionsOf(now, scale));
  if (changes.length === 0 && !isNew) return;
  workspace.write(key, await withChanges(listed, changes, place, workspace), position);
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
  for await (const meeting of meetingsOf(counts, { organisation, year }, workspace)) {
    changes.push(...changesBetween(contributionsOf(meeting, from), contributionsOf(meeting, to)));
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
  if (meeting?.held === undefined) return NO_CONTRIBUTIONS;
  const last = known.get(meeting);
  if (last?.scale === scale && last !== undefined) return last.contributions;
  const contributions = meetingContributions(meeting, scale);
  known.set(meeting, { scale, contributions });
  return contributions;
}

async function withChanges(
  counts: MeetingCounts,
  changes: readonly Change[],
  place: OrganisationYear & { readonly position: bigint },
  workspace: Workspace,
): Promise<MeetingCounts> {
  const counters = withCounts(
    counts.counters,
    changes.map(({ contribution: { count, n = 1 }, sign }) => [keyOf(count), sign * n]),
  );
  const evidence = await changeEvidence(counts.evidence, changes, place, workspace);
  return { ...counts, counters, evidence };
}

/** Judged from the beginning by the framework under which the organisation pledged, if it did. */
async function noneYet(
  { organisation, year }: OrganisationYear,
  workspace: Workspace,
): Promise<MeetingCounts> {
  const held = await workspace.read(yearKey(organisation, year));
  const framework = held && frameworkOf(held.body as YearDocument);
  const isPublished = (await definitionOf(framework, workspace)) !== undefined;
  return framework && isPublished ? { ...NO_MEETING_COUNTS, framework } : NO_MEETING_COUNTS;
}

/** A full page is put aside under its number: the same however often it is told. */
async function withMeeting(
  counts: MeetingCounts,
  meeting: MeetingId,
  { organisation, year, position }: OrganisationYear & { readonly position: bigint },
  workspace: Workspace,
): Promise<MeetingCounts> {
  const { meetings, pages } = counts;
  if (meetings.length < PAGE_SIZE) return { ...counts, meetings: [...meetings, meeting] };
  const key = meetingPageKey(organisation, year, pages);
  await workspace.read(key);
  workspace.write(key, { kind: 'page', meetings } satisfies MeetingPage, position);
  return { ...counts, meetings: [meeting], pages: pages + 1 };
}

async function* meetingsOf(
  { meetings, pages }: MeetingCounts,
  { organisation, year }: OrganisationYear,
  workspace: Workspace,
): AsyncIterable<MeetingDocument> {
  for (let page = 0; page <= pages; page += 1) {
    const held = await workspace.read(meetingPageKey(organisation, year, page));
    const full = held?.body as MeetingPage | undefined;
    const listed = page === pages ? meetings : (full?.meetings ?? []);
    const keys = listed.map((meeting) => meetingKey(organisation, year, meeting));
    await workspace.prefetch(keys);
    for (const key of keys) {
      const document = await workspace.read(key);
      if (document !== undefined) yield document.body as MeetingDocument;
    }
  }
}

async function scaleOf(
  framework: FrameworkRef | undefined,
  workspace: Workspace,
): Promise<MeetingScale | undefined> {
  return (await definitionOf(framework, workspace))?.meetingScale;
}

async function definitionOf(
  framework: FrameworkRef | undefined,
  workspace: Workspace,
): Promise<CriteriaFramework | undefined> {
  if (framework === undefined) return undefined;
  const held = await workspace.read(frameworkKey(framework));
  return (held?.body as FrameworkDocument | undefined)?.definition;
}

export function isSame(a: FrameworkRef | undefined, b: FrameworkRef | undefined): boolean {
  return a?.id === b?.id && a?.version === b?.version;
}
