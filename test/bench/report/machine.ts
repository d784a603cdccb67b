import { availableParallelism, totalmem } from 'node:os';
import { MIB } from '../benchmark';

/** What the results were measured on, without naming it. */
export function machine(): string {
  const memory = Math.round(totalmem() / (1024 * MIB));
  return `${availableParallelism()} cores, ${memory} GiB of memory, Node ${process.versions.node}, ${process.platform}`;
}
