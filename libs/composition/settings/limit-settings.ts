import { isIP, isIPv4 } from 'node:net';
import { z } from 'zod';
import { secondsOf } from './duration';

/** What everybody together, and each by himself, may ask of the service. */
export interface LimitSettings {
  /** What somebody may ask for in a minute, in values of answers; without it, as much as he likes. */
  readonly valuesPerMinute?: number;
  /** Addresses and networks of proxies whose word on where a request comes from is taken. */
  readonly trustedProxies: readonly string[];
  /** How long an operation may take. */
  readonly operationTimeoutMs: number;
  /** How long a request may take to arrive, and its answer to be taken. */
  readonly requestTimeoutMs: number;
  /** Open at a time. */
  readonly connections: number;
  /** Of one address. */
  readonly connectionsPerAddress: number;
}

const LEAST_VALUES = 1_000;
const MOST_CONNECTIONS = 100_000;

const connections = (usually: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `must be a number from 1 to ${MOST_CONNECTIONS}`)
    .transform(Number)
    .refine(
      (count) => count >= 1 && count <= MOST_CONNECTIONS,
      `must be a number from 1 to ${MOST_CONNECTIONS}`,
    )
    .default(usually);

const time = (usually: number) =>
  z
    .string()
    .transform(secondsOf)
    .refine((seconds) => seconds !== undefined, 'must be a number with a unit, as 60s or 2m')
    .default(usually);

/** The variables of limits. */
export const LIMIT_VALUES = {
  RATE_LIMIT: z
    .string()
    .regex(/^(off|\d{4,12})$/, `must be a number of values from ${LEAST_VALUES}, or off`)
    .transform((text) => (text === 'off' ? text : Number(text)))
    .refine(
      (values) => values === 'off' || values >= LEAST_VALUES,
      `must be a number of values from ${LEAST_VALUES}, or off`,
    )
    .default(10_000_000),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((proxy) => proxy.trim()))
    .refine(
      (list) => list.every(isNetwork),
      'must be addresses or networks, as 10.0.0.7,10.1.0.0/16',
    )
    .default([]),
  OPERATION_TIMEOUT: time(60),
  REQUEST_TIMEOUT: time(120),
  CONNECTIONS: connections(5_000),
  CONNECTIONS_PER_ADDRESS: connections(500),
};

const CHECKED = z.object(LIMIT_VALUES);

/** A command that waits for its stores is answered before its operation ends. */
const LONGER_THAN_COMMANDS_S = 10;

/** As they are where nothing is said. */
export const DEFAULT_LIMITS: LimitSettings = limitsIn(CHECKED.parse({}));

export function limitsIn({
  RATE_LIMIT: valuesPerMinute,
  TRUSTED_PROXIES: trustedProxies,
  OPERATION_TIMEOUT,
  REQUEST_TIMEOUT,
  CONNECTIONS,
  CONNECTIONS_PER_ADDRESS: connectionsPerAddress,
  COMMAND_TIMEOUT = 0,
}: z.infer<typeof CHECKED> & { readonly COMMAND_TIMEOUT?: number }): LimitSettings {
  return {
    ...(valuesPerMinute === 'off' ? {} : { valuesPerMinute }),
    trustedProxies,
    operationTimeoutMs:
      Math.max(OPERATION_TIMEOUT, COMMAND_TIMEOUT + LONGER_THAN_COMMANDS_S) * 1_000,
    requestTimeoutMs: REQUEST_TIMEOUT * 1_000,
    connections: CONNECTIONS,
    connectionsPerAddress,
  };
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (isIP(address) === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv4(address) ? 32 : 128);
}
