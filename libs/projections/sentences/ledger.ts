import type { LedgerEvent } from '#domain';
import type { Sentences } from './sentence';

export const ledgerSentences: Sentences<LedgerEvent> = {
  LedgerBreakAccepted: ({ origin, size, firstLeaf, followedBy }) => ({
    vi: `Chấp nhận sổ cái ${origin} (đã ký ${size} sự kiện) bị sai lệch${firstLeaf === undefined ? '' : ` từ sự kiện số ${firstLeaf}`}; tiếp tục bằng ${followedBy}.`,
    en: `It was accepted that ledger ${origin}, signed up to ${size} events, is broken${firstLeaf === undefined ? '' : ` from event ${firstLeaf} on`}; ${followedBy} follows it.`,
  }),
};
