import type { CriteriaFramework, FrameworkRef, OrganisationId } from '#vocabulary';
import type { DocumentKey, Workspace } from '#projection-engine';
import { parentAtEndOf } from './attachment';
import {
  NO_STANDING_COUNTS,
  NO_YEAR_COUNTS,
  standingCountsKey,
  yearCountsKey,
} from '../counts/counts.document';
import type { StandingCounts, YearCounts } from '../counts/counts.document';
import { scorecardKey } from '../document/keys';
import type { ScorecardDocument } from '../document/scorecard.document';
import { emptyCalendar } from '../facts/calendar.facts';
import type { CalendarDocument } from '../facts/calendar.facts';
import type { FrameworkDocument } from '../facts/framework.facts';
import type { FactsDocument } from '../facts/keep';
import { calendarKey, frameworkKey, organisationKey, yearKey } from '../facts/keys';
import { unknownOrganisationDocument } from '../facts/organisation.facts';
import type { OrganisationDocument } from '../facts/organisation.facts';
import { emptyYearDocument } from '../facts/year.facts';
import type { YearDocument } from '../facts/year.facts';

export interface HeldDocument<D> {
  readonly body: D;
  readonly position: bigint;
  readonly exists: boolean;
}

interface Published {
  readonly body: ScorecardDocument;
  readonly position: bigint;
}

/** The scorecards' documents in the domain's terms, in the course of one roll-up. */
export class ScorecardDocuments {
  private readonly before = new Map<string, Published | undefined>();

  constructor(readonly workspace: Workspace) {}

  async read<D extends object>(key: DocumentKey): Promise<HeldDocument<D> | undefined> {
    const held = await this.workspace.read(key);
    // The key says which kind of document it names.
    return held && { body: held.body as D, position: held.position, exists: true };
  }

  async prefetch(keys: readonly DocumentKey[]): Promise<void> {
    await this.workspace.prefetch(keys);
  }

  write(key: DocumentKey, body: FactsDocument, position: bigint): void {
    this.workspace.write(key, body, position);
  }

  async organisation(organisation: OrganisationId): Promise<HeldDocument<OrganisationDocument>> {
    const held = await this.read<OrganisationDocument>(organisationKey(organisation));
    return held ?? { body: unknownOrganisationDocument, position: 0n, exists: false };
  }

  async year(organisation: OrganisationId, year: number): Promise<HeldDocument<YearDocument>> {
    const held = await this.read<YearDocument>(yearKey(organisation, year));
    return held ?? { body: emptyYearDocument, position: 0n, exists: false };
  }

  async standingCounts(organisation: OrganisationId): Promise<HeldDocument<StandingCounts>> {
    const held = await this.read<StandingCounts>(standingCountsKey(organisation));
    return held ?? { body: NO_STANDING_COUNTS, position: 0n, exists: false };
  }

  async yearCounts(organisation: OrganisationId, year: number): Promise<YearCounts> {
    const held = await this.read<YearCounts>(yearCountsKey(organisation, year));
    return held?.body ?? NO_YEAR_COUNTS;
  }

  async calendar(): Promise<CalendarDocument> {
    return (await this.read<CalendarDocument>(calendarKey))?.body ?? emptyCalendar;
  }

  async framework(ref: FrameworkRef | undefined): Promise<CriteriaFramework | undefined> {
    if (ref === undefined) return undefined;
    return (await this.read<FrameworkDocument>(frameworkKey(ref)))?.body.definition;
  }

  /** The organisation itself and its ancestors, as of the end of the year. */
  async lineage(organisation: OrganisationId, year: number): Promise<readonly OrganisationId[]> {
    const lineage = [organisation];
    for (let at = await this.parentAtEnd(organisation, year); at !== undefined;) {
      if (lineage.includes(at)) break;
      lineage.push(at);
      at = await this.parentAtEnd(at, year);
    }
    return lineage;
  }

  private async parentAtEnd(
    organisation: OrganisationId,
    year: number,
  ): Promise<OrganisationId | undefined> {
    return parentAtEndOf((await this.organisation(organisation)).body.state, year);
  }

  /** As it was before this roll-up, however often it has been published in its course. */
  async published(organisation: OrganisationId, year: number): Promise<Published | undefined> {
    const key = scorecardKey(organisation, year);
    if (this.before.has(key.id)) return this.before.get(key.id);
    const held = await this.workspace.read(key);
    // The key says what it names.
    const published = held && { body: held.body as ScorecardDocument, position: held.position };
    this.before.set(key.id, published);
    return published;
  }

  async publish(scorecard: ScorecardDocument, position: bigint): Promise<void> {
    const { organisation, year } = scorecard;
    await this.published(organisation, year);
    this.workspace.write(scorecardKey(organisation, year), scorecard, position);
  }

  /**
   * A scorecard that has seen more than its facts, before a crash, waits for them. One that this roll-up has published
   * itself, where a crash had removed it before, goes as well.
   */
  async removeYear(organisation: OrganisationId, year: number, through: bigint): Promise<void> {
    await this.remove(yearKey(organisation, year));
    const published = await this.published(organisation, year);
    if (published !== undefined && published.position >= through) return;
    const key = scorecardKey(organisation, year);
    if ((await this.workspace.read(key)) !== undefined) this.workspace.remove(key);
  }

  private async remove(key: DocumentKey): Promise<void> {
    await this.workspace.read(key);
    this.workspace.remove(key);
  }
}
