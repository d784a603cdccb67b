import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readWitnesses } from '#ledger/witness';
import type { WitnessAddress } from '#ledger/witness';
import { AllowedHosts } from '#webhooks';
import { secondsOf } from './duration';
import { LIMIT_VALUES, limitsIn } from './limit-settings';
import {
  ACCESS_RECORDS_DAYS,
  LOG_LEVELS,
  SettingsInvalid,
  TOKEN_MAX_AGE_SECONDS,
} from './settings';
import type { EventLogUser, OpenIdSettings, Settings } from './settings';

/** Environment variables, each with the flag of the same name. */
const FLAGS = {
  HOST: 'host',
  PORT: 'port',
  DATA_DIR: 'data-dir',
  KEYS_DIR: 'keys-dir',
  MASTER_KEY_FILE: 'master-key-file',
  SUBJECT_KEYS_URL: 'subject-keys-url',
  LOCAL_OPERATOR: 'local-operator',
  TOKEN_MAX_AGE: 'token-max-age',
  OIDC_ISSUER: 'oidc-issuer',
  OIDC_AUDIENCE: 'oidc-audience',
  EVENT_LOG_URL: 'event-log-url',
  READ_MODELS_URL: 'read-models-url',
  PROJECTIONS: 'projections',
  DUE_DATES: 'due-dates',
  COMMAND_TIMEOUT: 'command-timeout',
  FEED_HEARTBEAT: 'feed-heartbeat',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'otel-exporter-otlp-endpoint',
  RATE_LIMIT: 'rate-limit',
  TRUSTED_PROXIES: 'trusted-proxies',
  OPERATION_TIMEOUT: 'operation-timeout',
  REQUEST_TIMEOUT: 'request-timeout',
  CONNECTIONS: 'connections',
  CONNECTIONS_PER_ADDRESS: 'connections-per-address',
  PERSISTED_OPERATIONS: 'persisted-operations',
  WEBSOCKET_OPERATIONS: 'websocket-operations',
  WEBSOCKET_CONNECTIONS: 'websocket-connections',
  WEBHOOK_RETRIES: 'webhook-retries',
  WEBHOOK_ALLOW_HOSTS: 'webhook-allow-hosts',
  WEBHOOK_ALLOW_HTTP: 'webhook-allow-http',
  LEDGER_ORIGIN: 'ledger-origin',
  LEDGER_INTERVAL: 'ledger-interval',
  LEDGER_PUBLIC: 'ledger-public',
  WITNESSES: 'witnesses',
  ACCESS_RECORDS_DAYS: 'access-records-days',
  LOG_LEVEL: 'log-level',
} as const;

const HOST_NAME = /^(?!-)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;
const URL_WITH_SCHEME = /^[a-z][a-z0-9+.-]*:./;

/** Settings are repeated in messages, and no path that is meant has any. */
const plainText = z.string().regex(/^\P{Cc}*$/u, 'must not have control characters');

const storeUrl = plainText.regex(
  URL_WITH_SCHEME,
  'must be a URL with a scheme, as sqlite:data/log.db',
);

/** A hundred years: beyond that, it is for good. */
const MOST_DAYS = 36_500;

const isOnOrOff = z.enum(['on', 'off'], { error: 'must be on or off' });
const onOrOff = isOnOrOff.default('on');

const atMost = (most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `must be a number from 1 to ${most}`)
    .transform(Number)
    .refine((number) => number >= 1 && number <= most, `must be a number from 1 to ${most}`);

const VALUES = z.object({
  HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || HOST_NAME.test(host), 'must be an address or a name')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(3000),
  DATA_DIR: plainText.min(1, 'must not be empty').default('./data'),
  KEYS_DIR: plainText.min(1, 'must not be empty').optional(),
  MASTER_KEY_FILE: plainText.min(1, 'must not be empty').optional(),
  SUBJECT_KEYS_URL: storeUrl.optional(),
  LOCAL_OPERATOR: onOrOff,
  TOKEN_MAX_AGE: z
    .string()
    .transform(secondsOf)
    .refine((seconds) => seconds !== undefined, 'must be a number with a unit, as 12h or 400d')
    .default(TOKEN_MAX_AGE_SECONDS),
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, 'must be an https URL without a query (http on this machine)')
    .optional(),
  OIDC_AUDIENCE: z.string().min(1, 'must not be empty').optional(),
  EVENT_LOG_URL: storeUrl.optional(),
  READ_MODELS_URL: storeUrl.optional(),
  PROJECTIONS: onOrOff,
  DUE_DATES: onOrOff,
  COMMAND_TIMEOUT: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a number of seconds from 1 to 3600')
    .transform(Number)
    .refine(
      (seconds) => seconds >= 1 && seconds <= 3_600,
      'must be a number of seconds from 1 to 3600',
    )
    .default(10),
  FEED_HEARTBEAT: z
    .string()
    .regex(/^\d{1,4}s$/, 'must be a time from 1s to 3600s')
    .transform((time) => Number.parseInt(time, 10))
    .refine((seconds) => seconds >= 1 && seconds <= 3_600, 'must be a time from 1s to 3600s')
    .default(15),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL, as http://collector:4318' })
    .optional(),
  ...LIMIT_VALUES,
  PERSISTED_OPERATIONS: plainText.optional(),
  WEBSOCKET_OPERATIONS: atMost(1_000).default(50),
  WEBSOCKET_CONNECTIONS: atMost(10_000).default(20),
  WEBHOOK_RETRIES: z
    .string()
    .transform(timesOf)
    .refine((times) => times !== undefined, 'must be times with units, as 5s,5m,2h')
    .default([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]),
  WEBHOOK_ALLOW_HOSTS: z
    .string()
    .transform(entriesOf)
    .refine(areHosts, 'must be names, addresses or ranges as 10.1.0.0/16, with commas between them')
    .default([]),
  WEBHOOK_ALLOW_HTTP: isOnOrOff.default('off'),
  LEDGER_ORIGIN: z
    .string()
    .regex(/^[^\s+\p{Cc}]{1,255}$/u, 'must be a name without blanks and +, as example.org/history')
    .optional(),
  LEDGER_INTERVAL: z
    .string()
    .transform(secondsOf)
    .refine((seconds) => seconds !== undefined, 'must be a number with a unit, as 10s or 1h')
    .default(10),
  LEDGER_PUBLIC: isOnOrOff.default('off'),
  WITNESSES: z
    .string()
    .transform(witnessesIn)
    .refine(
      (witnesses) => witnesses !== undefined,
      'must be <verifier key>@<url>, with commas between them',
    )
    .default([]),
  ACCESS_RECORDS_DAYS: z
    .string()
    .regex(/^\d{1,6}$/, `must be a number of days from 1 to ${MOST_DAYS}`)
    .transform(Number)
    .refine(
      (days) => days >= 1 && days <= MOST_DAYS,
      `must be a number of days from 1 to ${MOST_DAYS}`,
    )
    .default(ACCESS_RECORDS_DAYS),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
});

/**
 * Settings from the environment and the command line; flags win. An empty variable counts as not
 * set.
 *
 * @throws SettingsInvalid with the variable or flag and the reason
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  commandLine: readonly string[],
): Settings {
  const { values, isEmpty, isSample } = readFlags(commandLine);
  const given = Object.fromEntries(
    Object.entries(FLAGS).map(([variable, flag]) => [
      variable,
      values[flag] ?? presentIn(environment, variable),
    ]),
  );
  const checked = VALUES.safeParse(given);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new SettingsInvalid(String(issue?.path[0] ?? ''), issue?.message ?? 'is not valid');
  }
  const { HOST, PORT, DATA_DIR, KEYS_DIR, EVENT_LOG_URL, READ_MODELS_URL } = checked.data;
  const { OTEL_EXPORTER_OTLP_ENDPOINT: telemetryEndpoint } = checked.data;
  const { PERSISTED_OPERATIONS, LEDGER_ORIGIN, MASTER_KEY_FILE, SUBJECT_KEYS_URL } = checked.data;
  return {
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    keysDir: KEYS_DIR ?? join(DATA_DIR, 'keys'),
    ...(MASTER_KEY_FILE === undefined ? {} : { masterKeyFile: MASTER_KEY_FILE }),
    ...(SUBJECT_KEYS_URL === undefined ? {} : { subjectKeysUrl: SUBJECT_KEYS_URL }),
    ...subjectKeysUserIn(environment),
    localOperator: checked.data.LOCAL_OPERATOR === 'on',
    tokenMaxAgeSeconds: checked.data.TOKEN_MAX_AGE,
    ...openIdIn(checked.data),
    eventLogUrl: EVENT_LOG_URL ?? `sqlite:${join(DATA_DIR, 'log.db')}`,
    ...eventLogUserIn(environment),
    readModelsUrl: READ_MODELS_URL ?? `sqlite:${join(DATA_DIR, 'views.db')}`,
    ...readModelsUserIn(environment),
    projections: checked.data.PROJECTIONS === 'on',
    dueDates: checked.data.DUE_DATES === 'on',
    commandTimeoutMs: checked.data.COMMAND_TIMEOUT * 1_000,
    feedHeartbeatMs: checked.data.FEED_HEARTBEAT * 1_000,
    ...(telemetryEndpoint === undefined ? {} : { telemetryEndpoint }),
    limits: limitsIn(checked.data),
    ...(PERSISTED_OPERATIONS === undefined ? {} : { persistedOperations: PERSISTED_OPERATIONS }),
    webSocketOperations: checked.data.WEBSOCKET_OPERATIONS,
    webSocketConnections: checked.data.WEBSOCKET_CONNECTIONS,
    webhooks: {
      retriesMs: checked.data.WEBHOOK_RETRIES.map((seconds) => seconds * 1_000),
      allowHttp: checked.data.WEBHOOK_ALLOW_HTTP === 'on',
      allowedHosts: checked.data.WEBHOOK_ALLOW_HOSTS,
    },
    ledger: {
      ...(LEDGER_ORIGIN === undefined ? {} : { origin: LEDGER_ORIGIN }),
      intervalMs: checked.data.LEDGER_INTERVAL * 1_000,
      isPublic: checked.data.LEDGER_PUBLIC === 'on',
      witnesses: checked.data.WITNESSES,
    },
    accessRecords: { days: checked.data.ACCESS_RECORDS_DAYS },
    logLevel: checked.data.LOG_LEVEL,
    sample: isSample || (EVENT_LOG_URL === undefined && !isEmpty),
  };
}

function witnessesIn(list: string): readonly WitnessAddress[] | undefined {
  try {
    return readWitnesses(list);
  } catch {
    return undefined;
  }
}

function entriesOf(list: string): readonly string[] {
  return list.split(',').map((entry) => entry.trim());
}

function timesOf(list: string): readonly number[] | undefined {
  const times = entriesOf(list).map(secondsOf);
  return times.includes(undefined) ? undefined : (times as number[]);
}

function areHosts(entries: readonly string[]): boolean {
  try {
    AllowedHosts.of(entries);
    return true;
  } catch {
    return false;
  }
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The keys are fetched from there: on the way nobody may put others in their place. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
  return isSafe && search === '' && hash === '';
}

function openIdIn({
  OIDC_ISSUER: issuer,
  OIDC_AUDIENCE: audience,
}: Pick<z.infer<typeof VALUES>, 'OIDC_ISSUER' | 'OIDC_AUDIENCE'>): {
  readonly openId?: OpenIdSettings;
} {
  if (issuer === undefined && audience === undefined) return {};
  if (issuer === undefined) {
    throw new SettingsInvalid('OIDC_ISSUER', 'must be given with OIDC_AUDIENCE');
  }
  // Without it, a token that was made for another program would be taken.
  if (audience === undefined) {
    throw new SettingsInvalid('OIDC_AUDIENCE', 'must be given with OIDC_ISSUER');
  }
  return { openId: { issuer, audience } };
}

/** From the environment only: flags are seen by everybody on the machine. */
function eventLogUserIn(environment: Readonly<Record<string, string | undefined>>): {
  readonly eventLogUser?: EventLogUser;
} {
  const user = presentIn(environment, 'EVENT_LOG_USER');
  const password = passwordIn(environment, 'EVENT_LOG_PASSWORD');
  if (user === undefined && password === undefined) return {};
  if (user === undefined) {
    throw new SettingsInvalid('EVENT_LOG_USER', 'must be given with EVENT_LOG_PASSWORD');
  }
  if (password === undefined) {
    throw new SettingsInvalid('EVENT_LOG_PASSWORD', 'must be given with EVENT_LOG_USER');
  }
  return { eventLogUser: { user, password } };
}

/** From the environment only, as well. */
function readModelsUserIn(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<Settings, 'readModelsUser' | 'readModelsPassword'> {
  const { user, password } = mongoUserIn(environment, 'READ_MODELS');
  return {
    ...(user === undefined ? {} : { readModelsUser: user }),
    ...(password === undefined ? {} : { readModelsPassword: password }),
  };
}

function subjectKeysUserIn(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<Settings, 'subjectKeysUser' | 'subjectKeysPassword'> {
  const { user, password } = mongoUserIn(environment, 'SUBJECT_KEYS');
  return {
    ...(user === undefined ? {} : { subjectKeysUser: user }),
    ...(password === undefined ? {} : { subjectKeysPassword: password }),
  };
}

function mongoUserIn(
  environment: Readonly<Record<string, string | undefined>>,
  store: 'READ_MODELS' | 'SUBJECT_KEYS',
) {
  return {
    user: presentIn(environment, `${store}_USER`),
    password: passwordIn(environment, `${store}_PASSWORD`),
  };
}

/**
 * The variable, or the content of the file that `…_FILE` names: an environment is shown by more tools, and
 * inherited by more processes, than a file that one user may read.
 */
function passwordIn(
  environment: Readonly<Record<string, string | undefined>>,
  variable: string,
): string | undefined {
  const password = presentIn(environment, variable);
  const fileVariable = `${variable}_FILE`;
  const path = presentIn(environment, fileVariable);
  if (path === undefined) return password;
  if (password !== undefined) {
    throw new SettingsInvalid(fileVariable, `must not be given with ${variable}`);
  }
  const content = contentOf(fileVariable, path).replace(/\r?\n$/, '');
  if (content === '') throw new SettingsInvalid(fileVariable, 'names an empty file');
  return content;
}

function contentOf(setting: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsInvalid(setting, `cannot be read: ${reason}`, { cause: error });
  }
}

function presentIn(
  environment: Readonly<Record<string, string | undefined>>,
  variable: string,
): string | undefined {
  const value = environment[variable];
  return value === '' ? undefined : value;
}

function readFlags(commandLine: readonly string[]): {
  values: Readonly<Record<string, string | undefined>>;
  isEmpty: boolean;
  isSample: boolean;
} {
  const texts = Object.values(FLAGS).map((flag) => [flag, { type: 'string' }] as const);
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: {
        ...Object.fromEntries(texts),
        empty: { type: 'boolean' },
        sample: { type: 'boolean' },
      },
      strict: true,
    });
    const { empty, sample, ...flags } = values;
    const [isEmpty, isSample] = [empty === true, sample === true];
    if (isEmpty && isSample) throw new Error('--empty and --sample exclude each other');
    return { values: flags, isEmpty, isSample };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsInvalid('command line', reason);
  }
}
