import type { ConditionResult } from '#criteria';
import type { ToRecord } from '#projection-engine/testing';
import { recorded } from '#projection-engine/testing';
import { foldEvents, touchedBy } from '#projection-engine';
import type { DocumentKey, Held, LoggedFact, Workspace } from '#projection-engine';
import type { ScorecardDocument } from '../document/scorecard.document';
import { scorecardKey } from '../document/keys';
import { scorecardsProjection } from '../scorecards.projection';

/** The scorecards' documents after some facts, as one batch gives them. */
export class Projected {
  private constructor(private readonly documents: ReadonlyMap<string, Held>) {}

  static async from(...facts: readonly ToRecord[]): Promise<Projected> {
    return Projected.fromRecorded(recorded(...facts));
  }

  static async fromRecorded(facts: readonly LoggedFact[]): Promise<Projected> {
    const documents = new Map<string, Held>();
    await foldEvents(
      scorecardsProjection,
      workspaceOn(documents),
      touchedBy(scorecardsProjection, facts),
    );
    return new Projected(documents);
  }

  document<Body extends object>(key: DocumentKey): Body | undefined {
    return this.documents.get(nameOf(key))?.body as Body | undefined;
  }

  scorecard(organisation: string, year: number): ScorecardDocument {
    const found = this.document<ScorecardDocument>(scorecardKey(organisation, year));
    if (found === undefined) throw new RangeError(`${organisation} has no scorecard of ${year}`);
    return found;
  }

  has(organisation: string, year: number): boolean {
    return this.documents.has(nameOf(scorecardKey(organisation, year)));
  }

  /** What one condition came to, and the figure it rests on. */
  condition(organisation: string, year: number, id: string): string {
    return `${this.result(organisation, year, id).status} ${this.figure(organisation, year, id)}`;
  }

  /** What one condition's metric may still become: `low..high`, or the value once that is known. */
  figure(organisation: string, year: number, id: string): string {
    const { interval } = this.result(organisation, year, id);
    if (interval === undefined) return 'none';
    const [low, high] = [interval.low, interval.high].map(({ numerator, denominator }) =>
      denominator === undefined ? numerator : `${numerator}/${denominator}`,
    );
    return low === high ? String(low) : `${low}..${high}`;
  }

  notes(organisation: string, year: number, id: string): ConditionResult['notes'] {
    return this.result(organisation, year, id).notes;
  }

  private result(organisation: string, year: number, id: string): ConditionResult {
    const { goods } = this.scorecard(organisation, year).scorecard;
    const found = goods.flatMap(({ conditions }) => conditions).find((one) => one.id === id);
    if (found === undefined) throw new RangeError(`${organisation} has no condition ${id}`);
    return found;
  }
}

function nameOf({ collection, id }: DocumentKey): string {
  return `${collection}/${id}`;
}

function workspaceOn(documents: Map<string, Held>): Workspace {
  return {
    read: async (key) => documents.get(nameOf(key)),
    prefetch: async () => {},
    write: (key, body, position) => {
      const before = documents.get(nameOf(key))?.position ?? position;
      documents.set(nameOf(key), { body, position: before > position ? before : position });
    },
    remove: (key) => documents.delete(nameOf(key)),
  };
}
