import type { HistoryLedger } from '../../ledger';
import type { LedgerStatusType } from './ledger-status.types';

/** What anybody may know of it: neither which event is bad, nor where a witness is. */
export function ledgerStatus({
  state,
  found,
  signedSize,
  witnesses,
}: Pick<HistoryLedger, 'state' | 'found' | 'signedSize' | 'witnesses'>): LedgerStatusType {
  return {
    state,
    signedSize: BigInt(signedSize),
    firstBadEvent: found?.index,
    witnesses: witnesses.map(({ name, state: said, size }) => ({
      name,
      state: said,
      size: BigInt(size),
    })),
  };
}
