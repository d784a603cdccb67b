export { ServiceKeys } from './service-keys';
