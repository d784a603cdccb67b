export { createApi } from './api';
export { rehearsalOf } from './rehearsing';
export { announceAddress, announcedAddress, withdrawAddress } from './service-address';
export { openService, type Service, type ServiceSettings } from './service';
