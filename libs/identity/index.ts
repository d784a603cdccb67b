export { MasterKeys } from './crypto/master-keys';
export { wordsOf } from './crypto/name-words';
export type { SubjectKeyStore } from './subject-key-store.port';
export { SubjectVault, type ReadBy } from './subject-vault';
