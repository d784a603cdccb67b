import type { ExportedEvent } from '#ledger';

/** That an operator accepted that a ledger was broken, as an event of the history tells it. */
interface AcceptedBreak {
  readonly index: number;
  readonly event: string;
  readonly recordedAt: string;
  readonly reason: string;
  /** Of the tree that was broken. */
  readonly origin: string;
  readonly tree: number;
  readonly firstLeaf: number | undefined;
}

/** Those that the events of an export tell. */
export class AcceptedBreaks {
  private readonly found: AcceptedBreak[] = [];

  see({ type, id, recordedAt, data, metadata }: ExportedEvent, index: number): void {
    if (type !== 'LedgerBreakAccepted') return;
    const told = (data ?? {}) as Readonly<Record<string, unknown>>;
    // It is what somebody exported: not every field needs be there.
    const { reason } = metadata as Partial<typeof metadata>;
    this.found.push({
      index,
      event: id,
      recordedAt,
      reason: reason ?? '',
      origin: String(told.origin),
      tree: Number(told.tree) - 1,
      firstLeaf: typeof told.firstLeaf === 'number' ? told.firstLeaf : undefined,
    });
  }

  /** Why a checkpoint of another name is none of this ledger, in words; and the event, where one tells it. */
  detailOf(origin: string): { readonly detail: string; readonly event: string | null } {
    const accepted = this.found.find((one) => one.origin === origin);
    if (accepted === undefined) {
      return { detail: `what was kept is of another ledger, ${origin}`, event: null };
    }
    const { index, event, recordedAt, reason, tree, firstLeaf } = accepted;
    const from = firstLeaf === undefined ? '' : ` from event ${firstLeaf} on`;
    return {
      detail: `what was kept is of ${origin}, of which an operator accepted on ${recordedAt} that it was broken${from} (event #${index} ${event}): ${reason} Its checkpoints are at /ledger/trees/${tree}/checkpoints`,
      event,
    };
  }
}
