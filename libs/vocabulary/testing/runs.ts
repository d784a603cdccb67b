/**
 * How often a law is tried. `LAW_RUNS` multiplies it: more for whoever changes what the law is about (`LAW_RUNS=20`),
 * less where everybody waits.
 */
export function runs(usually: number): number {
  return Math.ceil(usually * Number(process.env.LAW_RUNS ?? 1));
}
