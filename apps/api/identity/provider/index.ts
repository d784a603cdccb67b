export { GrantedActors } from './granted-actors';
export { ProviderAway, ProviderKeys } from './provider-keys';
export { ProviderTokens } from './provider-tokens';
