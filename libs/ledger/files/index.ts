export { FileLedgerStore } from './file-ledger-store';
export { writeWhole } from './whole-file';
export { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from './owner-only';
