export { createApi } from './api';
export { announceAddress, withdrawAddress } from './service-address';
export { openService, type Service, type ServiceSettings } from './service';
