declare const brand: unique symbol;

/**
 * The place of an event in the one order of the whole log. Later events have higher positions; nothing is
 * promised about the gaps. A bigint in memory, a decimal string outside, never a JavaScript number.
 */
export type Position = bigint & { readonly [brand]: 'Position' };

/** The largest position that every store can hold (a signed 64-bit integer). */
const LARGEST = 2n ** 63n - 1n;

/** For adapters: takes what a store numbered as a position. */
export function toPosition(value: bigint): Position {
  return value as Position;
}

export function positionToString(position: Position): string {
  return position.toString();
}

/** Reads a decimal string as written by {@link positionToString}; `undefined` for anything else. */
export function parsePosition(text: string): Position | undefined {
  if (!/^(?:0|[1-9][0-9]{0,18})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value <= LARGEST ? toPosition(value) : undefined;
}
