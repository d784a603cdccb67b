export type { ListedToken } from './token-register';
export { LedgerKeys, type PublishedKey } from './ledger-keys';
export { ServiceKeys } from './service-keys';
export { WebhookSecrets } from './webhook-secrets';
