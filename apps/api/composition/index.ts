export { createApi } from './api';
export { announceAddress, withdrawAddress } from './service-address';
