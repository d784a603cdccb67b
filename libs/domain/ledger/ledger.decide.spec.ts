import type { Actor } from '#vocabulary';
import { given, on, someTree } from '../testing';

const operator: Actor = { id: 'clerk', role: 'OPERATOR', organisation: 'office' };
const found = {
  ledger: 'history',
  tree: 2,
  origin: 'four-good.test/log',
  size: 20,
  root: 'cm9vdA==',
  firstLeaf: 5,
  followedBy: 'four-good.test/log/2',
} as const;
const accept = { type: 'AcceptLedgerBreak', ...found } as const;

describe('A broken ledger', () => {
  it('is accepted by an operator who says why, with what was signed and what differs', () => {
    given(...someTree())
      .when(accept, { actor: operator, reason: 'Restored from the back-up of May.' })
      .then({ type: 'LedgerBreakAccepted', data: found });
    given(...someTree())
      .when(accept, { actor: operator })
      .thenRefused('REASON_MISSING', { field: 'reason' });
  });

  it('is accepted once; so is the next one, and what another service beside the log had signed', () => {
    const accepted = on('2026-01-01', { type: 'LedgerBreakAccepted', data: found });
    given(...someTree(), accepted)
      .when(accept, { actor: operator, reason: 'Again.' })
      .thenRefused('LEDGER_NOT_BROKEN');
    given(...someTree(), accepted)
      .when({ ...accept, tree: 3 }, { actor: operator, reason: 'Another one.' })
      .then({ type: 'LedgerBreakAccepted', data: { ...found, tree: 3 } });
    given(...someTree(), accepted)
      .when({ ...accept, size: 19 }, { actor: operator, reason: 'The other machine.' })
      .then({ type: 'LedgerBreakAccepted', data: { ...found, size: 19 } });
  });
});
