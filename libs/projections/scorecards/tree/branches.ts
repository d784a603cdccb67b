import type { LocalDate, OrganisationId } from '#vocabulary';
import type { DocumentCollection } from '#read-models';
import { keyOf } from '../counts/count';
import { countersOn, isWithin } from '../counts/steps';
import { yearKey } from '../facts/keys';
import type { YearDocument } from '../facts/year.facts';
import type { ChildSummary } from './child-summary';

const LEFT_OUT = [keyOf({ name: 'exempted' }), keyOf({ name: 'suspended' })];

/** An organisation with all below it, of whom some are left out of the denominator. */
export interface Branch {
  /** From the organisation that was asked about down to this one, both included. */
  readonly path: readonly OrganisationId[];
  /** How many members at and below it, as its parent counts them. */
  readonly leftOut: number;
}

/** The way down the tree of a census date, to where members are left out and nowhere else. */
export class Branches {
  constructor(
    private readonly years: DocumentCollection<YearDocument>,
    private readonly year: number,
    private readonly census: LocalDate,
  ) {}

  /** The branches that each of these forks into, by id; read together. */
  async open(branches: readonly Branch[]): Promise<ReadonlyMap<Branch, readonly Branch[]>> {
    if (branches.length === 0) return new Map();
    const loaded = await this.years.load(branches.map((branch) => this.documentOf(branch)));
    return new Map(
      branches.map((branch) => {
        const body = loaded.get(this.documentOf(branch))?.body;
        const isKept = body !== undefined && body !== 'deleted';
        return [branch, isKept ? this.forksOf(branch, body) : []];
      }),
    );
  }

  private forksOf({ path }: Branch, { children }: YearDocument): readonly Branch[] {
    return Object.entries(children)
      .map(([child, summary]) => ({ path: [...path, child], leftOut: this.leftOutIn(summary) }))
      .filter(({ path: way, leftOut }) => leftOut > 0 && new Set(way).size === way.length)
      .sort((a, b) => ((a.path.at(-1) ?? '') < (b.path.at(-1) ?? '') ? -1 : 1));
  }

  private leftOutIn({ steps, attached }: ChildSummary): number {
    if (!isWithin(attached, this.census)) return 0;
    const counters = countersOn(steps, this.census);
    return LEFT_OUT.reduce((sum, key) => sum + (counters[key] ?? 0), 0);
  }

  private documentOf({ path }: Branch): string {
    return yearKey(path.at(-1) ?? '', this.year).id;
  }
}
