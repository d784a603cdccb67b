/** The longest stretch of items that all have the same mark, the earliest of several; none has no mark. */
export function longestRun<Item>(
  items: readonly Item[],
  markOf: (item: Item) => string | undefined,
): readonly Item[] {
  let longest: readonly Item[] = [];
  let run: readonly Item[] = [];
  let mark: string | undefined;
  for (const item of items) {
    const next = markOf(item);
    run = next !== undefined && next === mark ? [...run, item] : [item];
    mark = next;
    if (mark !== undefined && run.length > longest.length) longest = run;
  }
  return longest;
}
