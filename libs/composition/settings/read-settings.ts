import { isIP } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LOG_LEVELS, SettingsInvalid } from './settings';
import type { EventLogUser, Settings } from './settings';

/** Environment variables, each with the flag of the same name. */
const FLAGS = {
  HOST: 'host',
  PORT: 'port',
  DATA_DIR: 'data-dir',
  EVENT_LOG_URL: 'event-log-url',
  READ_MODELS_URL: 'read-models-url',
  PROJECTIONS: 'projections',
  DUE_DATES: 'due-dates',
  LOG_LEVEL: 'log-level',
} as const;

/** Of the environment only: a command line can be read by others. */
const CREDENTIALS = ['READ_MODELS_USER', 'READ_MODELS_PASSWORD'] as const;

const HOST_NAME = /^(?!-)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;
const URL_WITH_SCHEME = /^[a-z][a-z0-9+.-]*:./;

const storeUrl = z
  .string()
  .regex(URL_WITH_SCHEME, 'must be a URL with a scheme, as sqlite:data/log.db');

const onOrOff = z.enum(['on', 'off'], { error: 'must be on or off' }).default('on');

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
  DATA_DIR: z.string().min(1, 'must not be empty').default('./data'),
  EVENT_LOG_URL: storeUrl.optional(),
  READ_MODELS_URL: storeUrl.optional(),
  READ_MODELS_USER: z.string().optional(),
  READ_MODELS_PASSWORD: z.string().optional(),
  PROJECTIONS: onOrOff,
  DUE_DATES: onOrOff,
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
});

/**
 * Settings from the environment and the command line; flags win. An empty variable counts as not
 * set.
 *
 * @throws SettingsInvalid naming the variable or flag, and what is wrong with it
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  commandLine: readonly string[],
): Settings {
  const { values, empty } = readFlags(commandLine);
  const given = Object.fromEntries(
    Object.entries(FLAGS).map(([variable, flag]) => [
      variable,
      values[flag] ?? presentIn(environment, variable),
    ]),
  );
  const credentials = Object.fromEntries(
    CREDENTIALS.map((variable) => [variable, presentIn(environment, variable)]),
  );
  const checked = VALUES.safeParse({ ...given, ...credentials });
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new SettingsInvalid(String(issue?.path[0] ?? ''), issue?.message ?? 'is not valid');
  }
  const { HOST, PORT, DATA_DIR, EVENT_LOG_URL, READ_MODELS_URL, LOG_LEVEL } = checked.data;
  const { READ_MODELS_USER: user, READ_MODELS_PASSWORD: password } = checked.data;
  return {
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    eventLogUrl: EVENT_LOG_URL ?? `sqlite:${join(DATA_DIR, 'log.db')}`,
    ...eventLogUserIn(environment),
    readModelsUrl: READ_MODELS_URL ?? `sqlite:${join(DATA_DIR, 'views.db')}`,
    ...(user === undefined ? {} : { readModelsUser: user }),
    ...(password === undefined ? {} : { readModelsPassword: password }),
    projections: checked.data.PROJECTIONS === 'on',
    dueDates: checked.data.DUE_DATES === 'on',
    logLevel: LOG_LEVEL,
    empty,
  };
}

/** From the environment only: flags are seen by everybody on the machine. */
function eventLogUserIn(environment: Readonly<Record<string, string | undefined>>): {
  readonly eventLogUser?: EventLogUser;
} {
  const user = presentIn(environment, 'EVENT_LOG_USER');
  const password = presentIn(environment, 'EVENT_LOG_PASSWORD');
  if (user === undefined && password === undefined) return {};
  if (user === undefined) {
    throw new SettingsInvalid('EVENT_LOG_USER', 'must be given with EVENT_LOG_PASSWORD');
  }
  if (password === undefined) {
    throw new SettingsInvalid('EVENT_LOG_PASSWORD', 'must be given with EVENT_LOG_USER');
  }
  return { eventLogUser: { user, password } };
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
  empty: boolean;
} {
  const texts = Object.values(FLAGS).map((flag) => [flag, { type: 'string' }] as const);
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: { ...Object.fromEntries(texts), empty: { type: 'boolean' } },
      strict: true,
    });
    const { empty, ...flags } = values;
    return { values: flags, empty: empty === true };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsInvalid('command line', reason);
  }
}
