import type { DomainEvent, RefusalCode } from '#domain';
import type { FindingKind, ObligationKind } from '#projections';

/** One rule of the handbook (section 6), and every place where it acts. Absent: not there. */
export interface HandbookRule {
  readonly says: string;
  /** Metrics by which a condition of a framework asks for it. */
  readonly metrics?: readonly string[];
  /** What a framework says for it to be as the place wants it, as a path of its definition. */
  readonly setBy?: readonly string[];
  /** What the national rules of the day say of it, by the subject and its names there. */
  readonly national?: readonly string[];
  readonly refusals?: readonly RefusalCode[];
  readonly findings?: readonly FindingKind[];
  /** What has to happen by a date, in `obligations`. */
  readonly deadlines?: readonly ObligationKind[];
  /** What a process records because of it, by itself. */
  readonly recorded?: readonly DomainEvent['type'][];
  /** Where it is read, as a field of the interface: `Scorecard.members`. */
  readonly shown?: readonly string[];
}
