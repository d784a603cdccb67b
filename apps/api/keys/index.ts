export type { ListedToken } from './token-register';
export { ServiceKeys } from './service-keys';
export { WebhookSecrets } from './webhook-secrets';
