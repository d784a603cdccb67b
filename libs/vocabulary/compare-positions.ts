/** Two positions, as decimals, in the order recorded: of two numbers, the longer one is greater. */
export function comparePositions(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : Number(a > b);
}
