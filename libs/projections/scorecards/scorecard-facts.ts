import type { CriteriaFramework } from '#criteria';
import type { FrameworkRef, OrganisationId } from '#domain';
import type { DocumentKey, Workspace } from '../runner/projection';
import { parentAtEndOf } from './attachment';
import type {
  FactsDocument,
  FrameworkDocument,
  OrganisationDocument,
  ScorecardDocument,
  YearDocument,
} from './documents';
import { frameworkKey, organisationKey, scorecardKey, yearKey } from './keys';
import { unknownOrganisationDocument } from './organisation-facts';
import { emptyYearDocument } from './year-facts';

export interface HeldFacts<D> {
  readonly body: D;
  readonly position: bigint;
  readonly exists: boolean;
}

/** The scorecards' documents in the domain's terms. */
export class ScorecardFacts {
  constructor(private readonly workspace: Workspace) {}

  async read<D extends FactsDocument>(key: DocumentKey): Promise<HeldFacts<D> | undefined> {
    const held = await this.workspace.read(key);
    // The key says which of the four kinds of documents it names.
    return held && { body: held.body as D, position: held.position, exists: true };
  }

  write(key: DocumentKey, body: FactsDocument, position: bigint): void {
    this.workspace.write(key, body, position);
  }

  async organisation(organisation: OrganisationId): Promise<HeldFacts<OrganisationDocument>> {
    const held = await this.read<OrganisationDocument>(organisationKey(organisation));
    return held ?? { body: unknownOrganisationDocument, position: 0n, exists: false };
  }

  async year(organisation: OrganisationId, year: number): Promise<HeldFacts<YearDocument>> {
    const held = await this.read<YearDocument>(yearKey(organisation, year));
    return held ?? { body: emptyYearDocument, position: 0n, exists: false };
  }

  async framework(ref: FrameworkRef | undefined): Promise<CriteriaFramework | undefined> {
    if (ref === undefined) return undefined;
    return (await this.read<FrameworkDocument>(frameworkKey(ref)))?.body.definition;
  }

  /** The organisation itself and its ancestors, as of the end of the year. */
  async lineage(
    organisation: OrganisationId,
    year: number,
  ): Promise<readonly OrganisationId[]> {
    const lineage = [organisation];
    let current: OrganisationId | undefined = organisation;
    while (current !== undefined) {
      const { body }: HeldFacts<OrganisationDocument> = await this.organisation(current);
      current = parentAtEndOf(body.state, year);
      if (current === undefined || lineage.includes(current)) break;
      lineage.push(current);
    }
    return lineage;
  }

  publish(scorecard: ScorecardDocument, position: bigint): void {
    const key = scorecardKey(scorecard.organisation, scorecard.year);
    this.workspace.write(key, scorecard, position);
  }

  /** Whether the organisation has the year among its own: part of its document, but no news about it. */
  keepYear(
    standing: HeldFacts<OrganisationDocument>,
    organisation: OrganisationId,
    year: number,
    keep: boolean,
  ): void {
    if (standing.body.years.includes(year) === keep) return;
    const others = standing.body.years.filter((one) => one !== year);
    const years = keep ? [...others, year].sort((a, b) => a - b) : others;
    this.write(organisationKey(organisation), { ...standing.body, years }, standing.position);
  }

  removeYear(organisation: OrganisationId, year: number): void {
    this.workspace.remove(yearKey(organisation, year));
    this.workspace.remove(scorecardKey(organisation, year));
  }
}
