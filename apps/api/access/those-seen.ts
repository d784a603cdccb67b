/** Of some things, those that are seen, in their order; all are looked at together. */
export async function thoseSeen<Thing>(
  things: readonly Thing[],
  isSeen: (thing: Thing) => Promise<boolean>,
): Promise<readonly Thing[]> {
  const seen = await Promise.all(things.map(isSeen));
  return things.filter((_, at) => seen[at] === true);
}
