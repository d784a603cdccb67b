import type { DocumentKey, FoldedChange, LoggedFact, Workspace } from '#projection-engine';
import { yearOfInstant } from '#vocabulary';
import type { FactsDocument } from '../facts/keep';
import {
  NO_CONTRIBUTIONS,
  changesBetween,
  countedInYear,
  countedStanding,
  goesOn,
  yearsCounted,
} from './changes';
import type { Change, Contributions } from './changes';
import { caseContributions } from './contributions/case.counts';
import { grievanceContributions } from './contributions/grievance.counts';
import { memberContributions } from './contributions/member.counts';
import { planItemContributions, targetContributions } from './contributions/target.counts';
import type { Contribution } from './contribution';
import {
  NO_STANDING_COUNTS,
  NO_YEAR_COUNTS,
  meetingCountsKey,
  standingCountsKey,
  yearCountsKey,
} from './counts.document';
import type { StandingCounts, YearCounts } from './counts.document';
import { changeEvidence } from './evidence-changes';
import { countMeeting } from './meeting-counts';
import { uncounted } from './uncounted';

/**
 * Carries what one event changed in a kept document into the counts of the organisations concerned.
 * Each count document knows the last event it counted, and counts none twice: documents of counts
 * are written before those of facts, so after a crash they may be ahead, and never behind.
 */
export function countChange(change: FoldedChange, workspace: Workspace): Promise<void> | undefined {
  const document = (change.after ?? change.before) as FactsDocument | undefined;
  if (document === undefined || !isCounted(document)) return undefined;
  return document.kind === 'meeting'
    ? countMeeting(change, workspace)
    : countDocument(change, workspace);
}

async function countDocument(change: FoldedChange, workspace: Workspace): Promise<void> {
  const [before, after] = [change.before, change.after] as (FactsDocument | undefined)[];
  const changes = changesBetween(contributionsOf(before), contributionsOf(after));
  const { position } = change.event;
  const standing = organisationsConcerned(before, after);
  const counted = changes.map(({ contribution }) => contribution.appliesTo.organisation);
  for (const organisation of new Set([...standing, ...counted])) {
    const own = changes.filter(
      ({ contribution }) => contribution.appliesTo.organisation === organisation,
    );
    if (standing.has(organisation)) await countStanding(organisation, own, position, workspace);
    for (const year of new Set(own.flatMap(yearsTouched))) {
      await countYear(organisation, year, own, position, workspace);
    }
  }
}

/** What a document contributed after one event is asked again before the next. */
const known = new WeakMap<FactsDocument, Contributions>();

function contributionsOf(document: FactsDocument | undefined): Contributions {
  if (document === undefined || !isCounted(document)) return NO_CONTRIBUTIONS;
  const contributions = known.get(document) ?? contributedBy(document);
  known.set(document, contributions);
  return contributions;
}

function isCounted({ kind }: FactsDocument): boolean {
  return kind !== 'year' && kind !== 'calendar' && kind !== 'organisation';
}

function contributedBy(document: FactsDocument): readonly Contribution[] {
  switch (document.kind) {
    case 'member':
      return memberContributions(document);
    case 'grievance':
      return grievanceContributions(document);
    case 'case':
      return caseContributions(document);
    case 'target':
      return targetContributions(document);
    case 'plan-item':
      return planItemContributions(document);
    default:
      return [];
  }
}

/** Those whose standing an event of this document changes, whether or not a count does. */
function organisationsConcerned(
  ...documents: readonly (FactsDocument | undefined)[]
): ReadonlySet<string> {
  return new Set(
    documents.flatMap((document) => {
      switch (document?.kind) {
        case 'member':
          return document.everIn;
        case 'grievance':
        case 'case':
          return [document.organisation];
        default:
          return [];
      }
    }),
  );
}

function yearsTouched({ contribution, places }: Change): readonly number[] {
  const ofEvidence = places.map(({ year }) => year);
  return [...yearsCounted(contribution), ...ofEvidence.filter((year) => year !== 0)];
}

async function countStanding(
  organisation: string,
  changes: readonly Change[],
  position: bigint,
  workspace: Workspace,
): Promise<void> {
  const key = standingCountsKey(organisation);
  const before = await uncounted<StandingCounts>(key, position, workspace);
  if (before === 'counted') return;
  // Where nothing goes on beyond its year, it is only known that something was recorded.
  const goingOn = changes.filter(goesOn);
  const counts = goingOn.reduce(countedStanding, before ?? NO_STANDING_COUNTS);
  const evidence = await changeEvidence(
    counts.evidence,
    goingOn,
    { organisation, year: 0, position },
    workspace,
  );
  const isSame = counts === before && evidence === before.evidence;
  workspace.write(key, isSame ? counts : { ...counts, evidence }, position);
}

async function countYear(
  organisation: string,
  year: number,
  changes: readonly Change[],
  position: bigint,
  workspace: Workspace,
): Promise<void> {
  const key = yearCountsKey(organisation, year);
  const before = await uncounted<YearCounts>(key, position, workspace);
  if (before === 'counted') return;
  const counts = changes
    .filter(({ contribution }) => yearsCounted(contribution).includes(year))
    .reduce<YearCounts>(
      (counted, change) => countedInYear(counted, year, change),
      before ?? NO_YEAR_COUNTS,
    );
  const evidence = await changeEvidence(
    counts.evidence,
    changes,
    { organisation, year, position },
    workspace,
  );
  workspace.write(key, { ...counts, evidence }, position);
}

/** The counts that an event most likely changes. */
export function likelyCounts(event: LoggedFact): readonly DocumentKey[] {
  const { data, metadata } = event.type === 'FactCorrected' ? event.withdrawn : event;
  if (!('organisation' in data)) return [];
  const { organisation } = data;
  if ('meeting' in data) return [meetingCountsKey(organisation, data.year)];
  const year = 'year' in data ? data.year : yearOfInstant(metadata.effectiveAt);
  return [standingCountsKey(organisation), yearCountsKey(organisation, year)];
}
