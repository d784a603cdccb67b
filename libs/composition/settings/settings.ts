import type { WitnessAddress } from '#ledger/witness';
import type { LimitSettings } from './limit-settings';

/** The settings of the service. */
export interface Settings {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly dataDir: string;
  /** Of tokens and cursors; the same for all services that stand for one another. */
  readonly keysDir: string;
  /** The key that wraps the keys of persons and cases; by default, beside them. */
  readonly masterKeyFile?: string;
  /** Where the keys of persons and cases are; by default, in a file beside the other keys. */
  readonly subjectKeysUrl?: string;
  /** The user for that store, unless the URL names one. */
  readonly subjectKeysUser?: string;
  readonly subjectKeysPassword?: string;
  /** Whether a request without a token may act as the local operator. */
  readonly localOperator: boolean;
  /** How long a token of the service itself is valid at most. */
  readonly tokenMaxAgeSeconds: number;
  /** The provider whose tokens say who asks, where there is one. */
  readonly openId?: OpenIdSettings;
  readonly eventLogUrl: string;
  /** The credentials for an event store that requires them. */
  readonly eventLogUser?: EventLogUser;
  readonly readModelsUrl: string;
  /** The user for the read-model store, unless the URL names one. */
  readonly readModelsUser?: string;
  readonly readModelsPassword?: string;
  /** Whether the service keeps read models up to date, or reads what projectors keep. */
  readonly projections: boolean;
  /** Whether the passing of time is recorded by the service itself. */
  readonly dueDates: boolean;
  /** How long a command waits for stores that are slow or away. */
  readonly commandTimeoutMs: number;
  /** How often a feed says how far it has come. */
  readonly feedHeartbeatMs: number;
  /** Where a collector takes traces and metrics by OTLP over HTTP, where there is one. */
  readonly telemetryEndpoint?: string;
  readonly limits: LimitSettings;
  /** A file of operations by hash: programs that follow recognitions may then ask nothing else. */
  readonly persistedOperations?: string;
  /** Operations under way on one WebSocket. */
  readonly webSocketOperations: number;
  /** WebSockets of one identity. */
  readonly webSocketConnections: number;
  readonly webhooks: WebhookSettings;
  readonly ledger: LedgerSettings;
  readonly accessRecords: AccessRecordSettings;
  readonly logLevel: LogLevel;
  /** Whether an empty log is given the sample year: the embedded one by default, one that was named only if told so. */
  readonly sample: boolean;
}

/** A little over a year, so that what is renewed every year is renewed without haste: 400 days. */
export const TOKEN_MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

/** An OpenID provider, and how it calls this service. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly audience: string;
}

export interface LedgerSettings {
  /** The name of the ledger and of its key; by default, that of the log. */
  readonly origin?: string;
  /** Between two checkpoints; without it, one is signed when it is asked for, and at the end. */
  readonly intervalMs?: number;
  /** Whether checkpoints, keys and hashes are for everybody. */
  readonly isPublic: boolean;
  /** Who is asked to cosign checkpoints. */
  readonly witnesses: readonly WitnessAddress[];
}

/** Of who looked at persons, cases and exports. */
interface AccessRecordSettings {
  /** For how many days records are kept. */
  readonly days: number;
}

/** Ten years of 365 days. */
export const ACCESS_RECORDS_DAYS = 3_650;

export interface WebhookSettings {
  /** How long to wait after the first failure, the second …; after the last one a webhook is disabled. */
  readonly retriesMs: readonly number[];
  /** Whether addresses without encryption are taken: for tests. */
  readonly allowHttp: boolean;
  /** Names, addresses and ranges of an office's own network that may be sent to. */
  readonly allowedHosts: readonly string[];
}

export interface EventLogUser {
  readonly user: string;
  readonly password: string;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting has an invalid value. The start stops here. */
export class SettingsInvalid extends Error {
  override readonly name = 'SettingsInvalid';

  constructor(
    /** Of the environment variable or the flag. */
    readonly setting: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${setting}: ${reason}`, options);
  }
}
