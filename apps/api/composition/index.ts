export { createApi } from './api';
export { rehearsingOf } from './rehearsing';
export { announceAddress, announcedAddress, withdrawAddress } from './service-address';
export { openService, type Service, type ServiceSettings } from './service';
