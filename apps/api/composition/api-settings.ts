import type { ServiceSettings, Settings } from '#composition';

/** What the interface to the outside is told, beside what the service is. */
export type ApiSettings = ServiceSettings &
  Pick<
    Settings,
    | 'keysDir'
    | 'localOperator'
    | 'tokenMaxAgeSeconds'
    | 'openId'
    | 'commandTimeoutMs'
    | 'feedHeartbeatMs'
    | 'telemetryEndpoint'
    | 'limits'
    | 'persistedOperations'
    | 'webSocketOperations'
    | 'webSocketConnections'
    | 'webhooks'
    | 'ledger'
    | 'accessRecords'
  >;
