import type { PartProcess } from './parts/part-process';

/** What benchmarks are given. */
export interface Bench {
  /** A folder of this benchmark alone; deleted afterwards. */
  readonly folder: string;
  readonly isQuick: boolean;
  /** Counted rounds; one more comes before them, to warm up. */
  readonly rounds: number;
  /** Starts a part, closed with the benchmark at the latest. */
  start<Ready, Request, Answer>(
    name: string,
    options?: unknown,
  ): Promise<PartProcess<Ready, Request, Answer>>;
  /** What is being done, for whoever waits. */
  say(text: string): void;
}

export interface Benchmark {
  /** As `--only` names it. */
  readonly name: string;
  /** The variable with the address of a server; without it, the benchmark is skipped. */
  readonly needs?: string;
  readonly run: (bench: Bench) => Promise<Result>;
}

export type Aim =
  | { readonly kind: 'ratio'; readonly atLeast: number }
  /** A second, on any machine. */
  | { readonly kind: 'rate'; readonly atLeast: number }
  | { readonly kind: 'memory'; readonly below: number }
  /** Of a proof. */
  | { readonly kind: 'hashes'; readonly below: number; readonly measured: number }
  /** It is told, and nothing was promised. */
  | { readonly kind: 'none' };

export interface Result {
  readonly name: string;
  /** Subject and floor, in words. */
  readonly title: string;
  /** What is counted: `events`, `requests`. */
  readonly unit: string;
  /** In one round. */
  readonly units: number;
  /** Of one unit. */
  readonly bytesEach: number;
  readonly subjectPerSecond: number;
  readonly comparison?: ComparedWithFloor;
  /** Of the subject's process, in bytes. */
  readonly peakMemory: number;
  readonly aim: Aim;
}

export interface ComparedWithFloor {
  readonly floorPerSecond: number;
  /** Subject by floor: the median of the rounds, and the extremes. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
  readonly floorPeakMemory: number;
}

export const MIB = 1024 * 1024;
