import type { Actor, ClearTexts, Instant } from '#vocabulary';
import type { Evidence, ImportSource, LegalBasis, Position } from '#event-log';
import type { ClearCommand } from './clear-command';

/** A command with all that is to be known of who gives it, when it was true, and why. */
export interface CommandEnvelope {
  readonly command: ClearCommand;
  /** What of it is sealed before anything is decided: it is written nowhere as it is here. */
  readonly clear?: ClearTexts;
  /** Chosen by the sender: the same id is the same command, however often it is sent. */
  readonly commandId: string;
  /** When what the command records was true. RFC 3339. */
  readonly effectiveAt: Instant;
  readonly actor: Actor;
  readonly onBehalfOf?: Actor;
  readonly reason?: string;
  readonly legalBasis?: readonly LegalBasis[];
  readonly evidence?: readonly Evidence[];
  /** Default: the command's own id. */
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly source?: ImportSource;
  /** The stream's last revision the sender has seen, -1 for none: the command is refused if there is more. */
  readonly expectedRevision?: number;
}

/** What was recorded. The same for every repetition of the command. */
export interface Receipt {
  readonly commandId: string;
  readonly stream: string;
  /** Of the last event in its stream. */
  readonly revision: number;
  /** Of the last event: pass it as `atLeast` to read what was written. */
  readonly position: Position;
  readonly recordedAt: string;
  readonly events: readonly ReceiptEvent[];
  /** Whether all of it had been recorded before. */
  readonly duplicate: boolean;
  /** The imported row by which it was recorded. */
  readonly source?: ImportSource;
}

export interface ReceiptEvent {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
}
