import type { Settings } from '#composition';
import type { HttpTimes } from '../http/server-options';

export function httpTimesOf({ limits }: Pick<Settings, 'limits'>): HttpTimes {
  const { requestTimeoutMs: requestMs, operationTimeoutMs: operationMs } = limits;
  return { requestMs, operationMs };
}
