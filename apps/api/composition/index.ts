export { createApi } from './api';
export { processesOf } from './processes';
export { announceAddress, withdrawAddress } from './service-address';
export { openService, type Service, type ServiceSettings } from './service';
