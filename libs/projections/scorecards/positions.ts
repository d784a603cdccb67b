export function later(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
