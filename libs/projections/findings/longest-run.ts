/** The longest stretch of items that all have the same mark, the earliest of several; none has no mark. */
export function longestRun<Item>(
  items: readonly Item[],
  markOf: (item: Item) => string | undefined,
): readonly Item[] {
  let longest = { from: 0, length: 0 };
  let from = 0;
  let mark: string | undefined;
  for (const [index, item] of items.entries()) {
    const next = markOf(item);
    if (next === undefined || next !== mark) from = index;
    mark = next;
    const length = index - from + 1;
    if (mark !== undefined && length > longest.length) longest = { from, length };
  }
  return items.slice(longest.from, longest.from + longest.length);
}
