import { aggregate } from '../shared/aggregate';
import { commandsOn } from '../shared/command';
import type { Fact } from '../shared/event';
import type { Facts } from '../shared/facts';
import { field } from '../shared/field';
import { decidedUnless, firstRefusal, requireReason, requireThat } from '../shared/requirements';
import { AT_OR_ABOVE } from '../shared/standing';
import { streams } from '../shared/streams';

/** There is one: that of the history. */
export const LEDGER_OF_HISTORY = 'history';

/** What was signed and is not there any more, and what follows it. */
export interface AcceptedBreak {
  readonly ledger: string;
  /** The number of the new tree: 2 for the first that follows. */
  readonly tree: number;
  /** Of the tree that was broken, with its last signed size and root (base64). */
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  /** The number of the first leaf that differs; none where not even that could be told. */
  readonly firstLeaf?: number;
  /** The origin of the new tree. */
  readonly followedBy: string;
}

export type LedgerEvent = Fact<'LedgerBreakAccepted', AcceptedBreak>;

interface LedgerState {
  /** Services beside one log have a ledger each: what each signed last may differ. */
  readonly accepted: readonly AcceptedBreak[];
}

const facts: Facts<LedgerState, LedgerEvent> = {
  LedgerBreakAccepted: {
    // What was accepted was accepted: auditors were told.
    groundOf: 'OWN_PROCEDURE',
    evolve: ({ accepted }, { data }) => ({ accepted: [...accepted, data] }),
  },
};

const command = commandsOn<LedgerState, LedgerEvent>();

export const ledgerAggregate = aggregate<LedgerState, LedgerEvent>()({
  category: 'ledger',
  initial: { accepted: [] },
  streamOf: ({ ledger }) => streams.ledger(ledger),
  facts,
  about: () => ({ organisations: [] }),
  commands: {
    /** What is broken is found by the service: it alone gives this command, for an operator who says why. */
    AcceptLedgerBreak: command({
      fields: {
        ledger: field.code,
        tree: field.ordinal,
        origin: field.line(300),
        size: field.count,
        root: field.line(),
        firstLeaf: field.optional(field.count),
        followedBy: field.line(300),
      },
      authority: {
        roles: ['OPERATOR'],
        standing: { ...AT_OR_ABOVE, words: 'for the service' },
      },
      decide({ firstLeaf, ...found }, { accepted }, { reason }) {
        const isAccepted = accepted.some(
          ({ tree, size, root }) =>
            tree === found.tree && size === found.size && root === found.root,
        );
        return decidedUnless<LedgerEvent>(
          firstRefusal(
            requireReason(reason),
            requireThat(!isAccepted, 'LEDGER_NOT_BROKEN', { ledger: found.ledger }),
          ),
          {
            type: 'LedgerBreakAccepted',
            data: { ...found, ...(firstLeaf === undefined ? {} : { firstLeaf }) },
          },
        );
      },
    }),
  },
});
